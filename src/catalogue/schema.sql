-- schema.sql — the catalogue as a SpatiaLite database.   [catalogue]
--
-- Read by QGIS, ogrinfo and plain SQL; each import writes a new file and carries ids, numbers and history over. Keys that people know (AGS, region id, project id) are the
-- keys between the tables; `fid` is there for the spatial indexes, which need a whole number that stays. Positions
-- are WGS 84 degrees (EPSG:4326). Text is UTF-8, an unknown value is NULL. Dates are YYYY, YYYY-MM or YYYY-MM-DD.
-- The comments inside the statements are kept by SQLite: `.schema` shows them.

PRAGMA application_id = 1229669185; -- 'IKCA', a catalogue of ideenkarte
PRAGMA user_version = 2;            -- version of this schema

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

CREATE TABLE organisations ( -- who runs projects, or once did; one row a name
    fid  INTEGER PRIMARY KEY, -- order of first appearance, stays
    name TEXT NOT NULL UNIQUE -- as written
);

CREATE TABLE themes ( -- what projects are about
    key       TEXT NOT NULL PRIMARY KEY, -- agreed key ("training"), else the words as written
    is_agreed INTEGER NOT NULL           -- 1: one of the agreed keys, 0: free
) WITHOUT ROWID;

CREATE TABLE projects ( -- one good idea on the map, with the result of placing it
    fid                  INTEGER PRIMARY KEY,                     -- order of first appearance, stays with the id
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

-- What a picture is found by is as in the list: an address, or the name of a file in the workspace's folder images.
CREATE TABLE media ( -- pictures and films of projects
    project  TEXT NOT NULL REFERENCES projects (id), -- project
    position INTEGER NOT NULL,                       -- order of showing, from 1
    kind     TEXT NOT NULL,                          -- image, video
    url      TEXT NOT NULL,                          -- http or https
    PRIMARY KEY (project, position)
) WITHOUT ROWID;

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
    fid          INTEGER PRIMARY KEY,                   -- order of first appearance, stays with the id
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

CREATE TABLE imports ( -- every time that lists were read into this catalogue
    run                INTEGER PRIMARY KEY, -- 1, 2, 3 ...
    label              TEXT,                -- what the operator calls it, a date for example
    projects_new       INTEGER NOT NULL,    -- projects that the run before did not have
    projects_changed   INTEGER NOT NULL,    -- projects of which a field differs
    projects_gone      INTEGER NOT NULL,    -- projects that only the run before had
    projects_unchanged INTEGER NOT NULL,    -- all other projects
    events_new         INTEGER NOT NULL,    -- the same for events
    events_changed     INTEGER NOT NULL,    -- the same for events
    events_gone        INTEGER NOT NULL,    -- the same for events
    events_unchanged   INTEGER NOT NULL,    -- the same for events
    rejects            INTEGER NOT NULL     -- records that could not be used
);

CREATE TABLE changes ( -- what each import brought; what stayed as it was has no row
    run          INTEGER NOT NULL REFERENCES imports (run), -- import
    record       TEXT NOT NULL,                             -- project, event
    fid          INTEGER NOT NULL,                          -- number of the project or event; never given to another id
    id           TEXT NOT NULL,                             -- its id
    change       TEXT NOT NULL,                             -- new, changed, gone
    title        TEXT NOT NULL,                             -- its title, of a gone one the last
    content_hash TEXT,                                      -- XXH3 (128 bit) over its content: equal ones need no comparison
    PRIMARY KEY (run, record, fid)
) WITHOUT ROWID;

CREATE TABLE change_fields ( -- which fields a change is about; of a gone record all that it had
    run    INTEGER NOT NULL, -- import
    record TEXT NOT NULL,    -- project, event
    fid    INTEGER NOT NULL, -- number of the project or event
    field  TEXT NOT NULL,    -- name of the field; "extra: ..." for further columns of the list
    before TEXT,             -- text before
    after  TEXT,             -- text after
    PRIMARY KEY (run, record, fid, field),
    FOREIGN KEY (run, record, fid) REFERENCES changes (run, record, fid)
) WITHOUT ROWID;

CREATE VIEW project_list AS -- every project with the names of its areas, ready to read; the columns of query and export
SELECT p.fid AS fid,
       p.id AS id,
       p.title AS title,
       o.name AS organisation,
       p.street AS street,
       p.house_number AS house_number,
       p.postcode AS postcode,
       p.city AS city,
       p.address AS address,
       p.municipality AS ags,
       m.name AS municipality,
       m.district AS district,
       m.region AS region,
       (SELECT group_concat(theme, '|') FROM project_themes t WHERE t.project = p.id) AS themes,
       p.summary AS summary,
       p.text AS text,
       p.website AS website,
       (SELECT url FROM media x WHERE x.project = p.id AND x.kind = 'image') AS image,
       (SELECT url FROM media x WHERE x.project = p.id AND x.kind = 'video') AS video,
       p.contact AS contact,
       p.start_date AS start,
       p.end_date AS "end",
       p.match AS match,
       p.status AS status,
       p.score AS score,
       p.accuracy_m AS accuracy_m,
       (SELECT group_concat(code, '|') FROM (SELECT code FROM project_faults f WHERE f.project = p.id ORDER BY f.position)) AS faults,
       p.position_lon AS lon,
       p.position_lat AS lat,
       p.geometry AS geometry
  FROM projects p
  LEFT JOIN municipalities m ON m.ags = p.municipality
  LEFT JOIN organisations o ON o.fid = p.organisation;

CREATE VIEW placed_projects AS -- every project that counts, with all the areas it counts for; a layer for a map
SELECT p.fid AS fid,
       p.id AS project,
       p.title AS title,
       p.organisation AS organisation,
       p.status AS status,
       p.municipality AS municipality,
       m.district AS district,
       m.region AS region,
       p.geometry AS geometry
  FROM municipalities m
  JOIN projects p ON p.municipality = m.ags
 WHERE p.status <> 'reject';

CREATE VIEW coverage_by_region AS -- what stands in each region; organisations and themes count once a region; a layer for a map
SELECT r.fid AS fid,
       r.id AS id,
       r.name AS name,
       (SELECT count(*) FROM municipalities m WHERE m.region = r.id) AS municipalities,
       (SELECT count(DISTINCT p.municipality) FROM placed_projects p WHERE p.region = r.id) AS municipalities_with_project,
       (SELECT coalesce(sum(m.population), 0) FROM municipalities m WHERE m.region = r.id) AS population,
       (SELECT count(*) FROM placed_projects p WHERE p.region = r.id) AS projects,
       (SELECT count(*) FROM placed_projects p WHERE p.region = r.id AND p.status = 'check') AS projects_check,
       (SELECT count(DISTINCT p.organisation) FROM placed_projects p WHERE p.region = r.id) AS organisations,
       (SELECT count(*) FROM events e WHERE e.region = r.id) AS events,
       (SELECT count(*) FROM placed_projects p WHERE p.region = r.id) * 100000.0
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
                  FROM municipalities m
                  JOIN assignments a ON a.municipality = m.ags
                  JOIN project_themes t ON t.project = a.project
                 WHERE m.district = d.code
                 ORDER BY t.theme)) AS themes,
       d.geometry AS geometry
  FROM districts d
 ORDER BY d.fid;

CREATE VIEW coverage_by_municipality AS -- the same for each municipality
SELECT m.fid AS fid,
       m.ags AS id,
       m.name AS name,
       1 AS municipalities,
       (SELECT count(DISTINCT p.municipality) FROM placed_projects p WHERE p.municipality = m.ags) AS municipalities_with_project,
       m.population AS population,
       (SELECT count(*) FROM placed_projects p WHERE p.municipality = m.ags) AS projects,
       (SELECT count(*) FROM placed_projects p WHERE p.municipality = m.ags AND p.status = 'check') AS projects_check,
       (SELECT count(DISTINCT p.organisation) FROM placed_projects p WHERE p.municipality = m.ags) AS organisations,
       (SELECT count(*) FROM events e WHERE e.municipality = m.ags) AS events,
       (SELECT count(*) FROM placed_projects p WHERE p.municipality = m.ags) * 100000.0 / nullif(m.population, 0) AS projects_per_100k,
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
