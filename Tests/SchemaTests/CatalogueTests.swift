import Database
import Foundation
import TestSupport
import Testing

/// The rules that hold for every table, asked of PostgreSQL itself: a table of tomorrow is tested before it exists.
@Suite(.timeLimit(.minutes(5)))
struct CatalogueTests {
  /// They come before a shop is known, or serve all shops; the application has no rights on them.
  private static let globalTables = [
    "account_facts", "api_keys", "api_pace", "channel_accounts", "channel_stops", "channels", "consents",
    "dead_messages", "erasures",
    "identities",
    "inbox",
    "inbox_seen", "jobs", "kept_events", "lanes", "memberships", "newcomers", "outbox", "outbox_pace", "payment_hints",
    "schedule_runs", "schedules", "shop_zones", "statuses", "taken_back",
    "templates",
  ]

  /// The tables of shops, for the faults that are looked for below.
  private static let tenants: SQL =
    """
    select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum = 1 and a.attname = 'shop_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    """

  @Test func `a table belongs to a shop, or is one of those that serve all`() async throws {
    try await withSchema { database async throws in
      let others = try await database.names(
        """
        select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and c.oid not in (select oid from (\(Self.tenants)) t) order by 1
        """)
      #expect(others == (Self.globalTables + ["schema_migrations"]).sorted())
      #expect(try await database.tenantTables().count >= 16)
    }
  }

  @Test func `a shop's table shows a transaction the rows of its own shop, and its owner no more`() async throws {
    try await withSchema { database async throws in
      let faults = try await database.names(
        """
        select t.relname::text from (\(Self.tenants)) t
        where not t.relrowsecurity or not t.relforcerowsecurity
          or (select array_agg((p.permissive, p.roles, p.cmd, p.qual, p.with_check)::text) from pg_policies p
            where p.schemaname = 'public' and p.tablename = t.relname)
          is distinct from array[
            ('PERMISSIVE'::text, '{public}'::name[], 'ALL'::text, '(shop_id = current_shop())'::text,
             '(shop_id = current_shop())'::text)::text]
        """)
      #expect(faults == [])
    }
  }

  @Test func `every key of a shop's table begins with the shop`() async throws {
    try await withSchema { database async throws in
      let faults = try await database.names(
        """
        select i.indexrelid::regclass::text from pg_index i join (\(Self.tenants)) t on t.oid = i.indrelid
        where i.indisunique and i.indkey[0] <> 1
        """)
      #expect(faults == [])
      let keyless = try await database.names(
        """
        select t.relname::text from (\(Self.tenants)) t
        where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)
        """)
      #expect(keyless == [])
    }
  }

  @Test func `whatever points to a shop's table names the shop first`() async throws {
    try await withSchema { database async throws in
      let faults = try await database.names(
        """
        select k.conrelid::regclass || '.' || k.conname from pg_constraint k
        where k.contype = 'f' and (
          k.conrelid in (select oid from (\(Self.tenants)) t) and k.conkey[1] <> 1
          or k.confrelid in (select oid from (\(Self.tenants)) t) and (
            k.confkey[1] <> 1 or (select a.attname from pg_attribute a
              where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'shop_id'))
        """)
      #expect(faults == [])
    }
  }

  @Test func `the application role is nobody special`() async throws {
    try await withSchema { database async throws in
      let might = try await database.names(
        """
        select rolname::text from pg_roles where rolname = 'retailmind_app'
          and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
        """)
      #expect(might == [])
      #expect(
        try await database.names(
          "select r.roleid::regrole::text from pg_auth_members r where r.member = 'retailmind_app'::regrole") == [])
      #expect(
        try await database.names(
          "select relname::text from pg_class where relowner = 'retailmind_app'::regrole") == [])
      #expect(
        try await database.count(
          "select has_schema_privilege('retailmind_app', 'public', 'create')::integer") == 0)
    }
  }

  @Test func `the application has no rights on the tables and sequences that serve all shops`() async throws {
    try await withSchema { database async throws in
      let rights = try await database.names(
        """
        select c.relname || ' ' || r from pg_class c,
          unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) r
        where c.relnamespace = 'public'::regnamespace and c.relname = any (\(Self.globalTables))
          and (has_table_privilege('retailmind_app', c.oid, r)
            or r in ('select', 'insert', 'update', 'references')
              and has_any_column_privilege('retailmind_app', c.oid, r))
        union all
        select s.oid::regclass::text from pg_class s where s.relkind = 'S' and s.relname = 'people'
          and has_sequence_privilege('retailmind_app', s.oid, 'usage, select, update')
        """)
      #expect(rights == [])
      #expect(try await Self.rights(on: "schema_migrations", database) == ["select"])
    }
  }

  @Test(arguments: ["stock_entries", "sales", "sale_lines", "prices", "entry_groups", "thresholds"])
  func `in a ledger the application may write and read, and change nothing`(ledger: String) async throws {
    try await withSchema { database async throws in
      #expect(try await Self.rights(on: ledger, database) == ["insert", "select"])
    }
  }

  @Test func `nobody may empty a shop's table, and only names, old messages and what is reckoned may be deleted`()
    async throws
  {
    try await withSchema { database async throws in
      let rights = try await database.names(
        """
        select t.relname || ' ' || r from (\(Self.tenants)) t,
          unnest(array['delete', 'truncate', 'references', 'trigger']) r
        where has_table_privilege('retailmind_app', t.oid, r) order by 1
        """)
      #expect(
        rights == [
          "alert_notices delete", "alerts delete", "daily_demand delete", "forecasts delete", "item_names delete",
          "messages delete",
        ])
    }
  }

  @Test func `what runs with the owner's rights is closed to the public and looks nowhere else for names`() async throws
  {
    try await withSchema { database async throws in
      let faults = try await database.names(
        """
        select p.proname::text from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where p.pronamespace = 'public'::regnamespace and p.prosecdef and a.grantee = 0
        union
        select p.proname::text from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
          and not coalesce(p.proconfig, '{}') @> array['search_path=pg_catalog, public, pg_temp']
        """)
      #expect(faults == [])
    }
  }

  private static func rights(on table: String, _ database: Postgres) async throws -> [String] {
    try await database.names(
      """
      select r from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) r
      where has_table_privilege('retailmind_app', \(table), r)
        or r in ('update', 'references') and has_any_column_privilege('retailmind_app', \(table), r)
      order by r
      """)
  }

  private func withSchema(_ body: (Postgres) async throws -> Void) async throws {
    try await withDatabase(migratedFrom: Bazaar.migrations.path, body)
  }
}
