-- A catalogue of schema version 1 as ideenkarte 0.1.0 wrote it: its tables, rows, layers and indexes, to be run in a
-- database that has SpatiaLite's own tables. Never changed: it stands for the files that people have.
PRAGMA application_id = 1229669185;
PRAGMA user_version = 1;

CREATE TABLE about ( -- what this file is
    key   TEXT NOT NULL PRIMARY KEY, -- title, notice, program, schema, licence
    value TEXT NOT NULL              -- text for people
) WITHOUT ROWID;

CREATE TABLE attribution ( -- sources of the boundaries and tables; to be named wherever the data are shown
    fid     INTEGER PRIMARY KEY,  -- order in which they are named
    source  TEXT NOT NULL UNIQUE, -- short name of the source
    text_de TEXT,                 -- line to show, German
    text_en TEXT,                 -- line to show, English
    licence TEXT,                 -- name of the licence
    url     TEXT                  -- where source and licence are described
);

CREATE TABLE regions ( -- labour-market regions, each looked after by one regional agency
    fid      INTEGER PRIMARY KEY,  -- order of the official list
    id       TEXT NOT NULL UNIQUE, -- "westfaelisches-ruhrgebiet"
    number   INTEGER NOT NULL,     -- number in the official list
    name     TEXT NOT NULL,        -- "Westfälisches Ruhrgebiet"
    agency   TEXT,                 -- name of the regional agency
    geometry MULTIPOLYGON          -- exact union of the region's municipalities
);

CREATE TABLE districts ( -- Kreise und kreisfreie Städte
    fid      INTEGER PRIMARY KEY,  -- order of the codes
    code     TEXT NOT NULL UNIQUE, -- first five digits of the AGS
    name     TEXT NOT NULL,        -- official name
    kind     TEXT,                 -- "Kreis", "Kreisfreie Stadt"
    geometry MULTIPOLYGON          -- exact union of the district's municipalities
);

CREATE TABLE municipalities ( -- Gemeinden
    fid               INTEGER PRIMARY KEY,                      -- order of the AGS
    ags               TEXT NOT NULL UNIQUE,                     -- official key, eight digits
    name              TEXT NOT NULL,                            -- official name
    kind              TEXT,                                     -- "Stadt", "Gemeinde"
    district          TEXT NOT NULL REFERENCES districts (code), -- the district it belongs to
    region            TEXT NOT NULL REFERENCES regions (id),    -- the labour-market region it belongs to
    population        INTEGER NOT NULL,                         -- inhabitants
    population_source TEXT,                                     -- where that figure comes from
    label_lon         REAL NOT NULL,                            -- where a record known only by its town is put
    label_lat         REAL NOT NULL,                            -- the same, latitude
    geometry          MULTIPOLYGON                              -- territory
);

CREATE TABLE organisations ( -- who runs projects; one row a name
    fid  INTEGER PRIMARY KEY, -- order of first appearance
    name TEXT NOT NULL UNIQUE -- as written
);

CREATE TABLE themes ( -- what projects are about
    key       TEXT NOT NULL PRIMARY KEY, -- agreed key ("training"), else the words as written
    is_agreed INTEGER NOT NULL           -- 1: one of the agreed keys, 0: free
) WITHOUT ROWID;

CREATE TABLE projects ( -- one good idea on the map, with the result of placing it
    fid                  INTEGER PRIMARY KEY,                     -- order of the file
    id                   TEXT NOT NULL UNIQUE,                    -- given by the operator, stays
    title                TEXT NOT NULL,                           -- title, else the organisation's name
    organisation         INTEGER REFERENCES organisations (fid),  -- who runs it
    street               TEXT,                                    -- address as written: street
    house_number         TEXT,                                    -- address as written: house number
    postcode             TEXT,                                    -- address as written: postcode
    city                 TEXT,                                    -- address as written: town
    address              TEXT,                                    -- address as written, in one line
    summary              TEXT,                                    -- short text
    text                 TEXT,                                    -- long text
    website              TEXT,                                    -- http or https
    image                TEXT,                                    -- http or https
    video                TEXT,                                    -- http or https
    contact              TEXT,                                    -- as written
    start_date           TEXT,                                    -- first day, as exact as known
    end_date             TEXT,                                    -- last day, as exact as known
    given_lon            REAL,                                    -- coordinate that came with the record
    given_lat            REAL,                                    -- the same, latitude
    file                 TEXT NOT NULL,                           -- file it was read from
    line                 INTEGER NOT NULL,                        -- line of that file
    match                TEXT NOT NULL,                           -- given, house, house_near, street, postcode, locality, municipality, none
    status               TEXT NOT NULL,                           -- auto: published; check: published, a person should look; reject: not placed
    score                INTEGER NOT NULL,                        -- 0 to 100
    accuracy_m           REAL,                                    -- radius in metres within which the place lies
    municipality         TEXT REFERENCES municipalities (ags),    -- where it lies
    matched_street       TEXT,                                    -- address as understood: street
    matched_house_number TEXT,                                    -- address as understood: house number
    matched_postcode     TEXT,                                    -- address as understood: postcode
    matched_locality     TEXT,                                    -- address as understood: part of the town
    position_lon         REAL,                                    -- where it is
    position_lat         REAL,                                    -- the same, latitude
    geometry             POINT                                    -- where it is drawn: moved aside where several share a spot
);

CREATE TABLE project_themes ( -- which project is about what
    project TEXT NOT NULL REFERENCES projects (id), -- project
    theme   TEXT NOT NULL REFERENCES themes (key),  -- theme
    PRIMARY KEY (project, theme)
) WITHOUT ROWID;

CREATE TABLE project_extra ( -- columns of the list that have no meaning of their own here
    project TEXT NOT NULL REFERENCES projects (id), -- project
    name    TEXT NOT NULL,                          -- name of the column
    value   TEXT NOT NULL,                          -- its text
    PRIMARY KEY (project, name)
) WITHOUT ROWID;

CREATE TABLE project_faults ( -- why a project's place or record is less than perfect
    project  TEXT NOT NULL REFERENCES projects (id), -- project
    position INTEGER NOT NULL,                       -- order in which they were found, from 1
    code     TEXT NOT NULL,                          -- "postcode_city_mismatch"
    field    TEXT,                                   -- field it is about
    read     TEXT,                                   -- what was read
    expected TEXT,                                   -- what was expected
    penalty  INTEGER NOT NULL,                       -- points taken from the score
    PRIMARY KEY (project, position)
) WITHOUT ROWID;

CREATE TABLE project_candidates ( -- municipalities that an address may mean, best first
    project      TEXT NOT NULL REFERENCES projects (id),        -- project
    position     INTEGER NOT NULL,                              -- rank, from 1
    municipality TEXT NOT NULL REFERENCES municipalities (ags), -- municipality
    score        INTEGER NOT NULL,                              -- 0 to 100
    PRIMARY KEY (project, position)
) WITHOUT ROWID;

CREATE TABLE assignments ( -- which region a placed project counts for, and why
    project      TEXT NOT NULL REFERENCES projects (id),        -- project
    partition    TEXT NOT NULL,                                 -- which division of the state: "labour-market-regions"
    municipality TEXT NOT NULL REFERENCES municipalities (ags), -- municipality it counts for
    region       TEXT NOT NULL REFERENCES regions (id),         -- region it counts for
    reason       TEXT NOT NULL,                                 -- position: it lies there; address: its address names that town
    PRIMARY KEY (project, partition)
) WITHOUT ROWID;

CREATE TABLE events ( -- regional events of the campaign
    fid          INTEGER PRIMARY KEY,                   -- order of the file
    id           TEXT NOT NULL UNIQUE,                  -- given by the operator, stays
    title        TEXT NOT NULL,                         -- title
    date         TEXT,                                  -- as exact as known
    date_note    TEXT,                                  -- what is to be said about the date
    place        TEXT,                                  -- venue
    description  TEXT,                                  -- text
    source       TEXT,                                  -- where this is known from
    street       TEXT,                                  -- address as written: street
    house_number TEXT,                                  -- address as written: house number
    postcode     TEXT,                                  -- address as written: postcode
    city         TEXT,                                  -- address as written: town
    region       TEXT REFERENCES regions (id),          -- region it was held for
    municipality TEXT REFERENCES municipalities (ags),  -- where it was held
    file         TEXT NOT NULL,                         -- file it was read from
    line         INTEGER NOT NULL,                      -- line of that file
    geometry     POINT                                  -- where it was held
);

CREATE TABLE event_faults ( -- what is doubtful about an event's record
    event    TEXT NOT NULL REFERENCES events (id), -- event
    position INTEGER NOT NULL,                     -- order in which they were found, from 1
    code     TEXT NOT NULL,                        -- "region_unknown"
    field    TEXT,                                 -- field it is about
    read     TEXT,                                 -- what was read
    expected TEXT,                                 -- what was expected
    penalty  INTEGER NOT NULL,                     -- weight of the doubt
    PRIMARY KEY (event, position)
) WITHOUT ROWID;

CREATE TABLE rejects ( -- records that are on no map: the gap in the data behind every figure
    fid       INTEGER PRIMARY KEY, -- order of files and lines
    file      TEXT NOT NULL,       -- file
    line      INTEGER NOT NULL,    -- line where the record starts
    record_id TEXT,                -- its id, as far as it could be read
    column    TEXT,                -- column that is to blame
    code      TEXT NOT NULL,       -- reason: "no_address"
    read      TEXT,                -- what was read
    expected  TEXT,                -- what was expected
    record    TEXT                 -- the record as it stands in the file, cut to 1000 bytes
);

CREATE INDEX municipalities_by_district ON municipalities (district);
CREATE INDEX municipalities_by_region ON municipalities (region);
CREATE INDEX projects_by_organisation ON projects (organisation);
CREATE INDEX projects_by_municipality ON projects (municipality);
CREATE INDEX project_themes_by_theme ON project_themes (theme, project);
CREATE INDEX project_candidates_by_municipality ON project_candidates (municipality);
CREATE INDEX assignments_by_region ON assignments (region, municipality);
CREATE INDEX assignments_by_municipality ON assignments (municipality);
CREATE INDEX events_of_region ON events (region);
CREATE INDEX events_of_municipality ON events (municipality);

CREATE VIEW placed_projects AS -- every project that counts, with all the areas it counts for; a layer for a map
SELECT p.fid AS fid,
       a.project AS project,
       p.title AS title,
       p.organisation AS organisation,
       p.status AS status,
       a.municipality AS municipality,
       m.district AS district,
       a.region AS region,
       p.geometry AS geometry
  FROM assignments a
  JOIN municipalities m ON m.ags = a.municipality
  JOIN projects p ON p.id = a.project;

CREATE VIEW coverage_by_region AS -- what stands in each region; organisations and themes count once a region; a layer for a map
SELECT r.fid AS fid,
       r.id AS id,
       r.name AS name,
       (SELECT count(*) FROM municipalities m WHERE m.region = r.id) AS municipalities,
       (SELECT count(DISTINCT a.municipality) FROM assignments a WHERE a.region = r.id) AS municipalities_with_project,
       (SELECT coalesce(sum(m.population), 0) FROM municipalities m WHERE m.region = r.id) AS population,
       (SELECT count(*) FROM assignments a WHERE a.region = r.id) AS projects,
       (SELECT count(*) FROM placed_projects p WHERE p.region = r.id AND p.status = 'check') AS projects_check,
       (SELECT count(DISTINCT p.organisation) FROM placed_projects p WHERE p.region = r.id) AS organisations,
       (SELECT count(*) FROM events e WHERE e.region = r.id) AS events,
       (SELECT count(*) FROM assignments a WHERE a.region = r.id) * 100000.0
           / (SELECT nullif(sum(m.population), 0) FROM municipalities m WHERE m.region = r.id) AS projects_per_100k,
       (SELECT group_concat(theme, '|')
          FROM (SELECT DISTINCT t.theme AS theme
                  FROM assignments a
                  JOIN project_themes t ON t.project = a.project
                 WHERE a.region = r.id
                 ORDER BY t.theme)) AS themes,
       r.geometry AS geometry
  FROM regions r
 ORDER BY r.fid;

CREATE VIEW coverage_by_district AS -- the same for each district; events count where they were held
SELECT d.fid AS fid,
       d.code AS id,
       d.name AS name,
       (SELECT count(*) FROM municipalities m WHERE m.district = d.code) AS municipalities,
       (SELECT count(DISTINCT p.municipality) FROM placed_projects p WHERE p.district = d.code) AS municipalities_with_project,
       (SELECT coalesce(sum(m.population), 0) FROM municipalities m WHERE m.district = d.code) AS population,
       (SELECT count(*) FROM placed_projects p WHERE p.district = d.code) AS projects,
       (SELECT count(*) FROM placed_projects p WHERE p.district = d.code AND p.status = 'check') AS projects_check,
       (SELECT count(DISTINCT p.organisation) FROM placed_projects p WHERE p.district = d.code) AS organisations,
       (SELECT count(*) FROM events e JOIN municipalities m ON m.ags = e.municipality WHERE m.district = d.code) AS events,
       (SELECT count(*) FROM placed_projects p WHERE p.district = d.code) * 100000.0
           / (SELECT nullif(sum(m.population), 0) FROM municipalities m WHERE m.district = d.code) AS projects_per_100k,
       (SELECT group_concat(theme, '|')
          FROM (SELECT DISTINCT t.theme AS theme
                  FROM placed_projects p
                  JOIN project_themes t ON t.project = p.project
                 WHERE p.district = d.code
                 ORDER BY t.theme)) AS themes,
       d.geometry AS geometry
  FROM districts d
 ORDER BY d.fid;

CREATE VIEW coverage_by_municipality AS -- the same for each municipality
SELECT m.fid AS fid,
       m.ags AS id,
       m.name AS name,
       1 AS municipalities,
       (SELECT count(DISTINCT a.municipality) FROM assignments a WHERE a.municipality = m.ags) AS municipalities_with_project,
       m.population AS population,
       (SELECT count(*) FROM assignments a WHERE a.municipality = m.ags) AS projects,
       (SELECT count(*) FROM placed_projects p WHERE p.municipality = m.ags AND p.status = 'check') AS projects_check,
       (SELECT count(DISTINCT p.organisation) FROM placed_projects p WHERE p.municipality = m.ags) AS organisations,
       (SELECT count(*) FROM events e WHERE e.municipality = m.ags) AS events,
       (SELECT count(*) FROM assignments a WHERE a.municipality = m.ags) * 100000.0 / nullif(m.population, 0) AS projects_per_100k,
       (SELECT group_concat(theme, '|')
          FROM (SELECT DISTINCT t.theme AS theme
                  FROM assignments a
                  JOIN project_themes t ON t.project = a.project
                 WHERE a.municipality = m.ags
                 ORDER BY t.theme)) AS themes,
       m.geometry AS geometry
  FROM municipalities m
 ORDER BY m.fid;

CREATE VIEW projects_by_theme AS -- how many placed projects and regions a theme has; agreed themes without one show 0
SELECT t.key AS theme,
       t.is_agreed AS is_agreed,
       count(a.project) AS projects,
       count(DISTINCT a.region) AS regions
  FROM themes t
  LEFT JOIN project_themes pt ON pt.theme = t.key
  LEFT JOIN assignments a ON a.project = pt.project
 GROUP BY t.key, t.is_agreed
 ORDER BY t.key;

CREATE VIEW municipalities_without_project AS -- white spots, the most populous first
SELECT m.ags AS ags,
       m.name AS name,
       m.district AS district,
       m.region AS region,
       m.population AS population
  FROM municipalities m
 WHERE NOT EXISTS (SELECT 1 FROM assignments a WHERE a.municipality = m.ags)
 ORDER BY m.population DESC, m.ags;

CREATE VIEW events_by_region AS -- how many events a region has had, and when; regions without one show 0
SELECT r.fid AS fid,
       r.id AS region,
       r.name AS name,
       count(e.id) AS events,
       min(e.date) AS first_date,
       max(e.date) AS last_date
  FROM regions r
  LEFT JOIN events e ON e.region = r.id
 GROUP BY r.fid, r.id, r.name
 ORDER BY r.fid;

SELECT RecoverGeometryColumn('regions', 'geometry', 4326, 'MULTIPOLYGON', 'XY');
SELECT RecoverGeometryColumn('districts', 'geometry', 4326, 'MULTIPOLYGON', 'XY');
SELECT RecoverGeometryColumn('municipalities', 'geometry', 4326, 'MULTIPOLYGON', 'XY');
SELECT RecoverGeometryColumn('projects', 'geometry', 4326, 'POINT', 'XY');
SELECT RecoverGeometryColumn('events', 'geometry', 4326, 'POINT', 'XY');
INSERT INTO views_geometry_columns
 (view_name, view_geometry, view_rowid, f_table_name, f_geometry_column, read_only) VALUES
 ('placed_projects', 'geometry', 'fid', 'projects', 'geometry', 1),
 ('coverage_by_region', 'geometry', 'fid', 'regions', 'geometry', 1),
 ('coverage_by_district', 'geometry', 'fid', 'districts', 'geometry', 1),
 ('coverage_by_municipality', 'geometry', 'fid', 'municipalities', 'geometry', 1)
;
INSERT INTO about VALUES('licence','see the table attribution');
INSERT INTO about VALUES('notice','Beispieldaten');
INSERT INTO about VALUES('program','ideenkarte 0.1.0');
INSERT INTO about VALUES('schema','1');
INSERT INTO about VALUES('title','Karte');
INSERT INTO attribution VALUES(1,'test','© Test, Deutsch','© Test, English','none','https://example.org/');
INSERT INTO regions VALUES(1,'suedland',1,'Südland','Regionalagentur Südland',X'0001e61000000000000000001c400000000000804940cdcccccccccc1c40cdcccccccc8c49407c0600000001000000690300000001000000070000000000000000001c40cdcccccccc8c49400000000000001c4000000000008049406666666666661c400000000000804940cdcccccccccc1c400000000000804940cdcccccccccc1c40cdcccccccc8c49406666666666661c40cdcccccccc8c49400000000000001c40cdcccccccc8c4940fe');
INSERT INTO regions VALUES(2,'nordland',2,'Nordland/Höhe','Regionalagentur Nordland',X'0001e61000000000000000001c4000000000008049400000000000001e409a999999999949407c0600000002000000690300000001000000070000000000000000001c40cdcccccccc8c49406666666666661c40cdcccccccc8c4940cdcccccccccc1c40cdcccccccc8c4940cdcccccccccc1c409a999999999949406666666666661c409a999999999949400000000000001c409a999999999949400000000000001c40cdcccccccc8c4940690300000001000000050000009a99999999991d4000000000008049400000000000001e4000000000008049400000000000001e4066666666668649409a99999999991d4066666666668649409a99999999991d400000000000804940fe');
INSERT INTO districts VALUES(1,'05001','Südkreis','Kreis',X'0001e61000000000000000001c400000000000804940cdcccccccccc1c40cdcccccccc8c49407c0600000001000000690300000001000000070000000000000000001c40cdcccccccc8c49400000000000001c4000000000008049406666666666661c400000000000804940cdcccccccccc1c400000000000804940cdcccccccccc1c40cdcccccccc8c49406666666666661c40cdcccccccc8c49400000000000001c40cdcccccccc8c4940fe');
INSERT INTO districts VALUES(2,'05002','Nordkreis','Kreis',X'0001e61000000000000000001c4000000000008049400000000000001e409a999999999949407c0600000002000000690300000001000000070000000000000000001c40cdcccccccc8c49406666666666661c40cdcccccccc8c4940cdcccccccccc1c40cdcccccccc8c4940cdcccccccccc1c409a999999999949406666666666661c409a999999999949400000000000001c409a999999999949400000000000001c40cdcccccccc8c4940690300000001000000050000009a99999999991d4000000000008049400000000000001e4000000000008049400000000000001e4066666666668649409a99999999991d4066666666668649409a99999999991d400000000000804940fe');
INSERT INTO municipalities VALUES(1,'05001001','Astadt','Stadt','05001','suedland',100000,'test',7.0499999999999998223,51.049999999999997159,X'0001e61000000000000000001c4000000000008049406666666666661c40cdcccccccc8c49407c0600000001000000690300000001000000050000000000000000001c40cdcccccccc8c49400000000000001c4000000000008049406666666666661c4000000000008049406666666666661c40cdcccccccc8c49400000000000001c40cdcccccccc8c4940fe');
INSERT INTO municipalities VALUES(2,'05001002','Bstadt','Stadt','05001','suedland',50000,'test',7.1500000000000003552,51.049999999999997159,X'0001e61000006666666666661c400000000000804940cdcccccccccc1c40cdcccccccc8c49407c0600000001000000690300000001000000050000006666666666661c400000000000804940cdcccccccccc1c400000000000804940cdcccccccccc1c40cdcccccccc8c49406666666666661c40cdcccccccc8c49406666666666661c400000000000804940fe');
INSERT INTO municipalities VALUES(3,'05002003','Cdorf','Gemeinde','05002','nordland',25000,'test',7.0499999999999998223,51.149999999999998579,X'0001e61000000000000000001c40cdcccccccc8c49406666666666661c409a999999999949407c0600000001000000690300000001000000050000000000000000001c40cdcccccccc8c49406666666666661c40cdcccccccc8c49406666666666661c409a999999999949400000000000001c409a999999999949400000000000001c40cdcccccccc8c4940fe');
INSERT INTO municipalities VALUES(4,'05002004','Ddorf','Gemeinde','05002','nordland',0,'test',7.1500000000000003552,51.149999999999998579,X'0001e61000006666666666661c4000000000008049400000000000001e409a999999999949407c0600000002000000690300000001000000050000006666666666661c40cdcccccccc8c4940cdcccccccccc1c40cdcccccccc8c4940cdcccccccccc1c409a999999999949406666666666661c409a999999999949406666666666661c40cdcccccccc8c4940690300000001000000050000009a99999999991d4000000000008049400000000000001e4000000000008049400000000000001e4066666666668649409a99999999991d4066666666668649409a99999999991d400000000000804940fe');
INSERT INTO organisations VALUES(1,'Träger A');
INSERT INTO organisations VALUES(2,'Träger B');
INSERT INTO themes VALUES('Musik',0);
INSERT INTO themes VALUES('coaching',1);
INSERT INTO themes VALUES('everyday_life',1);
INSERT INTO themes VALUES('funding_advice',1);
INSERT INTO themes VALUES('internship',1);
INSERT INTO themes VALUES('language',1);
INSERT INTO themes VALUES('recognition',1);
INSERT INTO themes VALUES('training',1);
INSERT INTO themes VALUES('volunteering',1);
INSERT INTO themes VALUES('work',1);
INSERT INTO projects VALUES(1,'p1','Titel p1',1,NULL,NULL,NULL,'Astadt',NULL,NULL,NULL,'https://example.org/','https://example.org/p1.jpg','https://example.org/p1.mp4',NULL,NULL,NULL,NULL,NULL,'projects.csv',2,'municipality','auto',60,30.0,'05001001',NULL,NULL,NULL,NULL,7.0499999999999998223,51.049999999999997159,X'0001e61000004e62105839341c4066666666668649404e62105839341c4066666666668649407c010000004e62105839341c406666666666864940fe');
INSERT INTO projects VALUES(2,'p2','Titel p2',1,NULL,NULL,NULL,'Astadt',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,7.0499999999999998223,51.049999999999997159,'projects.csv',3,'given','check',90,30.0,'05001001',NULL,NULL,NULL,NULL,7.0499999999999998223,51.049999999999997159,X'0001e61000004e62105839341c4066666666668649404e62105839341c4066666666668649407c010000004e62105839341c406666666666864940fe');
INSERT INTO projects VALUES(3,'p3','Titel p3',2,NULL,NULL,NULL,'Bstadt',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,7.1500000000000003552,51.049999999999997159,'projects.csv',4,'given','auto',100,30.0,'05001002',NULL,NULL,NULL,NULL,7.1500000000000003552,51.049999999999997159,X'0001e6100000b5c876be9f9a1c406666666666864940b5c876be9f9a1c4066666666668649407c01000000b5c876be9f9a1c406666666666864940fe');
INSERT INTO projects VALUES(4,'p4','Titel p4',1,NULL,NULL,NULL,'Cdorf',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'projects.csv',5,'municipality','auto',60,30.0,'05002003',NULL,NULL,NULL,NULL,7.0499999999999998223,51.149999999999998579,X'0001e61000004e62105839341c4033333333339349404e62105839341c4033333333339349407c010000004e62105839341c403333333333934940fe');
INSERT INTO project_themes VALUES('p3','Musik');
INSERT INTO project_themes VALUES('p1','training');
INSERT INTO project_themes VALUES('p1','work');
INSERT INTO project_themes VALUES('p2','work');
INSERT INTO project_extra VALUES('p4','Farbe','blau');
INSERT INTO project_faults VALUES('p2',1,'near_border','lon','12 m','Astadt',10);
INSERT INTO project_candidates VALUES('p2',1,'05001001',90);
INSERT INTO project_candidates VALUES('p2',2,'05001002',60);
INSERT INTO assignments VALUES('p1','labour-market-regions','05001001','suedland','address');
INSERT INTO assignments VALUES('p2','labour-market-regions','05001001','suedland','position');
INSERT INTO assignments VALUES('p3','labour-market-regions','05001002','suedland','position');
INSERT INTO assignments VALUES('p4','labour-market-regions','05002003','nordland','address');
INSERT INTO events VALUES(1,'e1','Treffen e1','2016-10-19',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'suedland','05001001','events.csv',2,X'0001e61000003333333333331c4066666666668649403333333333331c4066666666668649407c010000003333333333331c406666666666864940fe');
INSERT INTO events VALUES(2,'e2','Treffen e2','2016-10',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'nordland',NULL,'events.csv',3,NULL);
INSERT INTO events VALUES(3,'e3','Treffen e3',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'events.csv',4,NULL);
INSERT INTO event_faults VALUES('e3',1,'region_unknown','region','Atlantis','suedland, nordland',10);
INSERT INTO rejects VALUES(1,'projects.csv',6,'p5','Ort','city_unknown','=HYPERLINK("x")','Astadt','p5;"a";=HYPERLINK("x")');

SELECT CreateSpatialIndex('regions', 'geometry');
SELECT CreateSpatialIndex('districts', 'geometry');
SELECT CreateSpatialIndex('municipalities', 'geometry');
SELECT CreateSpatialIndex('projects', 'geometry');
SELECT CreateSpatialIndex('events', 'geometry');
