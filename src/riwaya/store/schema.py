"""The schema of a record file, and the migrations that lead to it, by version.

A record is one SQLite file that the standard library (3.37 and later) and Datasette can open:
no custom functions, no loadable extensions.  ``application_id`` says that the file is ours,
``user_version`` which migrations it has had.

Tables of four kinds:

* pages as read: ``pages``, ``page_data``, ``raws``, ``readings``, ``fetches``, ``set_aside``, ``layer_sets``;
* rows of what pages hold, made again with the page: ``statements``, ``contacts``, ``mentions``,
  ``page_sources``, ``statement_mentions``, ``mention_offices``,
  ``page_refs``, ``search``;
* the record, made again by the corpus joins: ``stories`` … ``claims``, ``entities``, ``entity_names``, ``redirects``,
  and sums over it: ``story_sums``, ``story_entities``, ``story_outlets``, ``outlet_sums``, ``outlet_links``,
  ``outlet_sources``, ``outlet_months``, ``speakers``, ``entity_months``;
* the user's own, never made again: ``aliases``, ``corrections``, ``saved_searches``;
* the watcher's: ``watched_feeds``, ``watched_pages``, ``watched_disputes``, ``watched_searches``, ``watch_events``.
"""

from __future__ import annotations

APPLICATION_ID = 0x52495759
"""``RIWY``, in the header of every record."""

_PAGES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Which step versions and lexicons made a page's layers, as JSON {step: "version:hash"}.
CREATE TABLE layer_sets (n INTEGER PRIMARY KEY, layers TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE pages (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,                 -- of the text in UTF-8
  address TEXT,                         -- the URL, or the path, in one spelling: what same_as joins
  url TEXT,
  format TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT,
  outlet TEXT, outlet_entity TEXT,
  published TEXT,                       -- ISO date or date-time; null where the page does not tell
  chars INTEGER NOT NULL,
  statements INTEGER NOT NULL, contacts INTEGER NOT NULL, warnings INTEGER NOT NULL,
  layer_set INTEGER NOT NULL REFERENCES layer_sets (n),
  joined INTEGER NOT NULL DEFAULT 0     -- 1: the stored record covers this page
) STRICT;
CREATE INDEX pages_sha256 ON pages (sha256);
CREATE INDEX pages_address ON pages (address) WHERE address IS NOT NULL;
CREATE INDEX pages_published ON pages (published);
CREATE INDEX pages_outlet ON pages (outlet_entity);
CREATE INDEX pages_layers ON pages (layer_set);
CREATE INDEX pages_unjoined ON pages (n) WHERE joined = 0;

-- zstd of JSON: the page with its text, its layers, and which step gave what.
CREATE TABLE page_data (
  page INTEGER PRIMARY KEY REFERENCES pages (n) ON DELETE CASCADE,
  data BLOB NOT NULL,
  digest BLOB                           -- what the corpus joins need of the page
) STRICT;

-- The bytes as they were read, zstd, by their SHA-256.
CREATE TABLE raws (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL)
  STRICT, WITHOUT ROWID;

-- Every time something was read: under which id, which bytes, when, and the page that it gave.
CREATE TABLE readings (
  item TEXT NOT NULL, raw_sha256 TEXT NOT NULL, read_at TEXT NOT NULL, origin TEXT NOT NULL,
  page INTEGER REFERENCES pages (n),    -- null: set aside
  PRIMARY KEY (item, raw_sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX readings_page ON readings (page);

CREATE TABLE set_aside (
  id TEXT NOT NULL, reason TEXT NOT NULL, language TEXT, detail TEXT NOT NULL,
  raw_sha256 TEXT, seen_at TEXT NOT NULL,
  PRIMARY KEY (id, reason)
) STRICT, WITHOUT ROWID;
"""

_ROWS = """
CREATE TABLE statements (
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  id TEXT NOT NULL, type TEXT NOT NULL, voice TEXT NOT NULL, polarity TEXT NOT NULL,
  act TEXT NOT NULL,
  speaker TEXT, speaker_name TEXT,      -- entity id or, where there is none, the name
  addressee TEXT,
  chain TEXT NOT NULL,                  -- JSON list, outermost first
  inside TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (page, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_speaker ON statements (speaker, page);
CREATE INDEX statements_addressee ON statements (addressee) WHERE addressee IS NOT NULL;
CREATE INDEX statements_act ON statements (act);

CREATE TABLE contacts (
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  id TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL,
  parties TEXT NOT NULL,                -- JSON list of ids or names
  initiator TEXT, start TEXT, scheduled_start TEXT, duration TEXT, place TEXT,
  PRIMARY KEY (page, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contacts_start ON contacts (start);

CREATE TABLE mentions (
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  entity TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (page, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_entity ON mentions (entity, page);

-- Full text over the folded text of each page; rowid is pages.n. Contentless: the words stand in
-- page_data, highlights come from the offset map of the folding whose version is in meta.
CREATE VIRTUAL TABLE search USING fts5 (text, content='', tokenize='unicode61 remove_diacritics 0');
"""

_RECORD = """
CREATE TABLE stories (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, pages INTEGER NOT NULL,
  first TEXT, last TEXT, follows TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stories_last ON stories (last);
CREATE TABLE story_pages (
  story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (story, page)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_pages_page ON story_pages (page);

CREATE TABLE copies (
  n INTEGER PRIMARY KEY,
  a INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  a_start INTEGER NOT NULL, a_end INTEGER NOT NULL,
  b INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  b_start INTEGER NOT NULL, b_end INTEGER NOT NULL,
  verbatim INTEGER NOT NULL, similarity REAL NOT NULL,
  earlier INTEGER REFERENCES pages (n), kind TEXT NOT NULL
) STRICT;
CREATE INDEX copies_a ON copies (a);
CREATE INDEX copies_b ON copies (b);

CREATE TABLE merged_contacts (
  id TEXT PRIMARY KEY, story TEXT, kind TEXT, status TEXT, start TEXT,
  pages INTEGER NOT NULL, disputed INTEGER NOT NULL, independent INTEGER NOT NULL,
  data TEXT NOT NULL                    -- JSON of the whole merged contact
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_contacts_story ON merged_contacts (story);
CREATE INDEX merged_contacts_start ON merged_contacts (start);
CREATE TABLE contact_parties (
  contact TEXT NOT NULL REFERENCES merged_contacts (id) ON DELETE CASCADE, party TEXT NOT NULL,
  PRIMARY KEY (contact, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_parties_party ON contact_parties (party);

CREATE TABLE disputes (
  n INTEGER PRIMARY KEY, kind TEXT NOT NULL, field TEXT NOT NULL, story TEXT, data TEXT NOT NULL
) STRICT;
CREATE INDEX disputes_story ON disputes (story);

CREATE TABLE claims (
  id TEXT PRIMARY KEY, independent INTEGER NOT NULL, independent_max INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE claim_wordings (
  claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  statement TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (claim, page, start, "end")
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_wordings_page ON claim_wordings (page);

CREATE TABLE entities (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, names TEXT NOT NULL,
  pages INTEGER NOT NULL, mentions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_mentions ON entities (mentions);

-- An id that was superseded, and the one that stands for it now.
CREATE TABLE redirects (
  kind TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, PRIMARY KEY (kind, old)
) STRICT, WITHOUT ROWID;
"""

_USER = """
-- Entities that are one (alias stands for entity), as the corpus or a user decided.
CREATE TABLE aliases (
  alias TEXT PRIMARY KEY, entity TEXT NOT NULL, origin TEXT NOT NULL, made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A user's corrections: addressed by what they are about, never by row ids; applied after every build.
CREATE TABLE corrections (
  n INTEGER PRIMARY KEY,
  text_sha256 TEXT NOT NULL, layer TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  value TEXT NOT NULL, action TEXT NOT NULL, made_at TEXT NOT NULL, undone_at TEXT
) STRICT;
CREATE INDEX corrections_text ON corrections (text_sha256);
"""

_CORRECTED = """
-- Pages whose rows and joins are of corrected layers, and a hash of the corrections applied.
CREATE TABLE corrected_pages (
  page INTEGER PRIMARY KEY REFERENCES pages (n) ON DELETE CASCADE, state TEXT NOT NULL
) STRICT;
"""

_FETCHES = """
-- The last answer of each web address that was a source: what to ask with next time, and when it came.
CREATE TABLE fetches (
  url TEXT PRIMARY KEY,                 -- as given
  final_url TEXT NOT NULL, redirects TEXT NOT NULL,  -- where it led; a JSON list of those between
  status INTEGER NOT NULL, fetched_at TEXT NOT NULL,
  etag TEXT, last_modified TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX readings_origin ON readings (origin);
"""

_DESK = """
-- Rows of what pages hold: the upstream of a page as a whole, and whom a statement's words name.
CREATE TABLE page_sources (
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity TEXT, name TEXT, kind TEXT NOT NULL, via TEXT NOT NULL,
  PRIMARY KEY (page, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_sources_entity ON page_sources (entity) WHERE entity IS NOT NULL;
CREATE TABLE statement_mentions (
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  statement TEXT NOT NULL, entity TEXT NOT NULL,
  PRIMARY KEY (page, statement, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_mentions_entity ON statement_mentions (entity, page);
-- A file whose pages were stored before these two: they are filled from the pages' layers.
INSERT INTO meta SELECT 'rows_to_fill', '1' WHERE EXISTS (SELECT 1 FROM pages);

-- Sums over the record, made again with it, for lists that must answer at once.
CREATE TABLE story_sums (
  story TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
  outlets INTEGER NOT NULL,
  tellings INTEGER NOT NULL,            -- pages that neither copy one another nor share a source
  statements INTEGER NOT NULL, contacts INTEGER NOT NULL, disputes INTEGER NOT NULL,
  by_outlet TEXT NOT NULL,              -- JSON [[outlet, name, pages]], the largest first
  by_day TEXT NOT NULL                  -- JSON [[day, pages]]
) STRICT, WITHOUT ROWID;
CREATE INDEX story_sums_tellings ON story_sums (tellings);
CREATE INDEX story_sums_disputes ON story_sums (disputes) WHERE disputes > 0;
CREATE INDEX stories_pages ON stories (pages);
CREATE TABLE story_entities (
  entity TEXT NOT NULL, story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  pages INTEGER NOT NULL,
  PRIMARY KEY (entity, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_entities_story ON story_entities (story);
CREATE TABLE story_outlets (
  outlet TEXT NOT NULL, story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  pages INTEGER NOT NULL,
  PRIMARY KEY (outlet, story)
) STRICT, WITHOUT ROWID;
CREATE TABLE outlet_sums (
  outlet TEXT PRIMARY KEY, name TEXT NOT NULL,
  pages INTEGER NOT NULL, stories INTEGER NOT NULL, statements INTEGER NOT NULL,
  first INTEGER NOT NULL,               -- stories of several outlets that it had first
  copied INTEGER NOT NULL,              -- of its pages, those with a passage that another had earlier
  since TEXT, until TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE outlet_links (
  later TEXT NOT NULL, earlier TEXT NOT NULL,
  passages INTEGER NOT NULL, pages INTEGER NOT NULL, chars INTEGER NOT NULL,
  minutes REAL,                         -- median delay, where both pages have a clock time
  PRIMARY KEY (later, earlier)
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_links_earlier ON outlet_links (earlier);

-- The user's own.
CREATE TABLE saved_searches (
  n INTEGER PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL UNIQUE, made_at TEXT NOT NULL
) STRICT;
"""

_ENTITY_NAMES = """
-- Every name of every entity from each of its words on, folded: who is meant by what a reader types.
CREATE TABLE entity_names (
  folded TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  whole INTEGER NOT NULL,               -- 1: the whole name
  PRIMARY KEY (folded, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_names_entity ON entity_names (entity);

-- The titles that pages give somebody, as written.
CREATE TABLE mention_offices (
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  entity TEXT NOT NULL, office TEXT NOT NULL,
  PRIMARY KEY (page, entity, office)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_offices_entity ON mention_offices (entity);
INSERT OR IGNORE INTO meta SELECT 'rows_to_fill', '1' WHERE EXISTS (SELECT 1 FROM pages);
"""

_JOINS = """
-- What the joins keep between builds, so that new pages are joined to what they touch alone.
CREATE TABLE joined_pages (
  page INTEGER PRIMARY KEY REFERENCES pages (n) ON DELETE CASCADE,
  hour REAL,                            -- the middle of when it appeared, since 1970; null: not known
  profile BLOB NOT NULL,                -- what stories compare
  upstreams TEXT NOT NULL               -- JSON list: agencies and outlets that it draws on
) STRICT;
CREATE INDEX joined_pages_hour ON joined_pages (hour);

-- The fingerprints of pages, in runs sorted by fingerprint: uint64, int64 page, int32 word.
CREATE TABLE fingerprints (
  n INTEGER PRIMARY KEY, size INTEGER NOT NULL,
  grams BLOB NOT NULL, pages BLOB NOT NULL, places BLOB NOT NULL
) STRICT;

-- How likely two pages tell one story; a < b.
CREATE TABLE ties (
  a INTEGER NOT NULL, b INTEGER NOT NULL, tie REAL NOT NULL, PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_b ON ties (b, a);

-- On which days the parties of contacts had some, as pages tell above all; day null: told of no day.
CREATE TABLE contact_days (
  parties TEXT NOT NULL, page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  day TEXT, details TEXT NOT NULL
) STRICT;
CREATE INDEX contact_days_parties ON contact_days (parties);
CREATE INDEX contact_days_page ON contact_days (page);

-- Stories close enough for the later to follow the earlier, and whether it does.
CREATE TABLE story_links (
  later TEXT NOT NULL, earlier TEXT NOT NULL, mean REAL NOT NULL, followed INTEGER NOT NULL,
  PRIMARY KEY (later, earlier)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_links_earlier ON story_links (earlier);

-- The aliases that the joins were made with, the user's among them, chains followed.
CREATE TABLE joined_aliases (alias TEXT PRIMARY KEY, entity TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Entities that pages named until their rows were made again.
CREATE TABLE stale_entities (entity TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Stories that are read together, and a hash of what they were.
CREATE TABLE hoods (id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
ALTER TABLE stories ADD COLUMN hood TEXT;
ALTER TABLE claims ADD COLUMN hood TEXT;
ALTER TABLE disputes ADD COLUMN hood TEXT;
ALTER TABLE disputes ADD COLUMN contact TEXT;
CREATE INDEX stories_hood ON stories (hood);
CREATE INDEX claims_hood ON claims (hood);
CREATE INDEX disputes_hood ON disputes (hood);
CREATE INDEX disputes_contact ON disputes (contact);

-- The contacts of pages with who says so, and the merged contact that each is part of.
CREATE TABLE contact_facts (
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE, contact TEXT NOT NULL,
  story TEXT NOT NULL, sides TEXT NOT NULL, parties TEXT NOT NULL, merged TEXT,
  data BLOB NOT NULL,                   -- zstd of JSON
  PRIMARY KEY (page, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_facts_story ON contact_facts (story);
CREATE INDEX contact_facts_sides ON contact_facts (sides);
CREATE INDEX contact_facts_parties ON contact_facts (parties);
CREATE INDEX contact_facts_merged ON contact_facts (merged);
"""

_REFERENCES = """
-- Names of those who speak or are spoken to on a page and whom no mention there names: unnamed officials.
CREATE TABLE page_refs (
  page INTEGER NOT NULL REFERENCES pages (n) ON DELETE CASCADE,
  key TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (page, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_refs_key ON page_refs (key, name);
INSERT OR IGNORE INTO meta SELECT 'rows_to_fill', '1' WHERE EXISTS (SELECT 1 FROM pages);

-- Sums: who speaks how often, and on how many pages of each month somebody is named.
CREATE TABLE speakers (
  entity TEXT PRIMARY KEY, statements INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX speakers_statements ON speakers (statements);
CREATE TABLE entity_months (
  entity TEXT NOT NULL, month TEXT NOT NULL, pages INTEGER NOT NULL,
  PRIMARY KEY (entity, month)
) STRICT, WITHOUT ROWID;
"""

_OUTLETS = """
CREATE INDEX pages_outlet_published ON pages (outlet_entity, published);
-- Sums: whom an outlet's pages name as their source, and its pages by month.
CREATE TABLE outlet_sources (
  outlet TEXT NOT NULL, source TEXT NOT NULL, name TEXT NOT NULL, pages INTEGER NOT NULL,
  PRIMARY KEY (outlet, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE outlet_months (
  outlet TEXT NOT NULL, month TEXT NOT NULL, pages INTEGER NOT NULL,
  PRIMARY KEY (outlet, month)
) STRICT, WITHOUT ROWID;
"""

_INFERRED = """
-- Pages without a date of their own: between which days their story lies. An inference of the joins; the
-- page's own layers never change for it.
CREATE TABLE inferred_dates (
  page INTEGER PRIMARY KEY REFERENCES pages (n) ON DELETE CASCADE,
  story TEXT NOT NULL, earliest TEXT NOT NULL, latest TEXT NOT NULL
) STRICT;
CREATE INDEX inferred_dates_story ON inferred_dates (story);
"""

_NAMES = """
-- Names by what they have in common with others of one spelling more, and the pairs that can be one name.
CREATE TABLE name_keys (
  key TEXT NOT NULL, entity TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (key, entity, word)
) STRICT, WITHOUT ROWID;
CREATE TABLE name_pairs (
  key TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, sure INTEGER NOT NULL,
  PRIMARY KEY (key, a, b)
) STRICT, WITHOUT ROWID;
"""

_COUNTED = """
-- Counts and lists that are answered from an index alone: whose statements, whom they are said to, of which kind.
CREATE INDEX statements_speaker_act ON statements (speaker, voice, act);
CREATE INDEX statements_spoken ON statements (speaker, addressee) WHERE addressee IS NOT NULL;
DROP INDEX statements_addressee;
CREATE INDEX statements_addressee ON statements (addressee, speaker) WHERE addressee IS NOT NULL;
CREATE INDEX pages_warned ON pages (published) WHERE warnings > 0;
CREATE INDEX entities_type ON entities (type, mentions);
"""

_WATCH = """
-- What `riwaya watch` knows. Feeds: when each is due (seconds since the epoch), how often it failed in a row.
CREATE TABLE watched_feeds (
  url TEXT PRIMARY KEY, followed INTEGER NOT NULL DEFAULT 1,
  next_at REAL NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
  polled_at TEXT, problem TEXT
) STRICT, WITHOUT ROWID;
-- Pages that feeds link to and that are yet to fetch.
CREATE TABLE watched_pages (
  url TEXT PRIMARY KEY, feed TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0, next_at REAL NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
-- What was told already: disputes by a hash of what they say and the pages that say it, saved searches by
-- the last page looked at.
CREATE TABLE watched_disputes (
  said TEXT NOT NULL, page TEXT NOT NULL,
  PRIMARY KEY (said, page)
) STRICT, WITHOUT ROWID;
CREATE TABLE watched_searches (
  search INTEGER PRIMARY KEY, query TEXT NOT NULL, seen INTEGER NOT NULL
) STRICT;
-- What there is to tell, and whether the webhook has it. `key`: the same thing is not told again.
CREATE TABLE watch_events (
  n INTEGER PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, made_at TEXT NOT NULL,
  data TEXT NOT NULL, key TEXT UNIQUE,
  post TEXT NOT NULL DEFAULT 'due' CHECK (post IN ('due', 'taken', 'refused', 'older')),
  posted_at TEXT, problem TEXT,
  tries INTEGER NOT NULL DEFAULT 0, next_at REAL NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX watch_events_due ON watch_events (n) WHERE post = 'due';
"""

MIGRATIONS: tuple[str, ...] = (
    _PAGES + _ROWS + _RECORD + _USER, _CORRECTED, _FETCHES, _DESK, _ENTITY_NAMES, _JOINS,
    _REFERENCES, _OUTLETS, _INFERRED, _NAMES, _COUNTED, _WATCH,
)  # fmt: skip
"""One script a version: a file of ``user_version`` n lacks those from n on."""

SCHEMA_VERSION = len(MIGRATIONS)
