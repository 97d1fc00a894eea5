-- indexes.sql — what makes the catalogue quick to ask.   [catalogue]
--
-- Run after the rows are in: an index built at once is smaller than one that grew, and quicker.

CREATE INDEX municipalities_by_district ON municipalities (district);
CREATE INDEX municipalities_by_region ON municipalities (region);
CREATE INDEX projects_by_organisation ON projects (organisation);
CREATE INDEX projects_by_municipality ON projects (municipality, status, organisation);
CREATE INDEX project_themes_by_theme ON project_themes (theme, project);
CREATE INDEX project_candidates_by_municipality ON project_candidates (municipality);
CREATE INDEX assignments_by_region ON assignments (region, municipality);
CREATE INDEX assignments_by_municipality ON assignments (municipality);
CREATE INDEX events_of_region ON events (region);
CREATE INDEX events_of_municipality ON events (municipality);
