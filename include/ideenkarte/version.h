/* version.h — which release this is.   [base] */
#ifndef IDEENKARTE_VERSION_H
#define IDEENKARTE_VERSION_H

#define IK_VERSION "0.1.0"

#endif
