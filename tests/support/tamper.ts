import { connected } from "@/scripts/database";

const tables = ["audit_checkpoints", "audit_events", "audit_heads", "audit_seals"];

/** Runs SQL past every policy, trigger and key, as somebody could who owns the machine. */
export const behindTheBack = (sql: string): Promise<unknown> =>
  connected(process.env.TEST_OWNER_URL ?? "", async (client) => {
    await client.query("set session_replication_role = replica");
    return client.query(sql);
  });

export const keepLog = () =>
  behindTheBack(
    tables
      .map(
        (table) =>
          `drop table if exists kept_${table}; create table kept_${table} as table ${table}`,
      )
      .join(";"),
  );

export const restoreLog = () =>
  behindTheBack(
    tables
      .map(
        (table) =>
          `delete from ${table}; insert into ${table} overriding system value table kept_${table}`,
      )
      .join(";"),
  );

/** Works out a stream's links and head anew, as the trigger does, so that its chain holds again. */
export const rechain = (stream: string) => `
  do $$ declare e record; last bytea := sha256(convert_to('${stream}', 'UTF8')); number bigint := 0; begin
    for e in select * from audit_events where stream = '${stream}' order by n loop
      number := number + 1;
      update audit_events set n = number, prev = last,
             hash = audit_hash(stream, number, at, area, actor, hat, role, type, facts, sealed_detail, last)
       where id = e.id returning hash into last;
    end loop;
    update audit_heads set n = number, hash = last where stream = '${stream}';
  end $$`;

/** Works out every checkpoint anew, so that the roots and their chain hold again. */
export const reseal = `
  do $$ declare c record; last bytea := sha256('first'); leaves bytea[]; begin
    for c in select * from audit_checkpoints order by n loop
      select coalesce(array_agg(e.hash order by e.id), '{}') into leaves
        from audit_seals s join audit_events e on e.id = s.event_id where s.checkpoint = c.n;
      update audit_checkpoints set events = cardinality(leaves), root = merkle_root(leaves), prev = last,
             hash = sha256(last || merkle_root(leaves) || convert_to(c.n || ' ' || cardinality(leaves), 'UTF8'))
       where n = c.n returning hash into last;
    end loop;
  end $$`;
