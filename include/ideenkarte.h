/* ideenkarte.h — the whole public library.   [umbrella] */
#ifndef IDEENKARTE_H
#define IDEENKARTE_H

#include <ideenkarte/batch.h>
#include <ideenkarte/build.h>
#include <ideenkarte/catalogue.h>
#include <ideenkarte/catalogue_file.h>
#include <ideenkarte/coverage.h>
#include <ideenkarte/error.h>
#include <ideenkarte/fault.h>
#include <ideenkarte/figure.h>
#include <ideenkarte/gazetteer_build.h>
#include <ideenkarte/geo.h>
#include <ideenkarte/geocoder.h>
#include <ideenkarte/match.h>
#include <ideenkarte/partition.h>
#include <ideenkarte/progress.h>
#include <ideenkarte/region.h>
#include <ideenkarte/region_file.h>
#include <ideenkarte/report.h>
#include <ideenkarte/style_sheet.h>
#include <ideenkarte/territory.h>
#include <ideenkarte/text.h>
#include <ideenkarte/tileset.h>
#include <ideenkarte/version.h>
#include <ideenkarte/workspace.h>

#endif
