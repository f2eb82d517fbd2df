import type { Client } from "pg";
import { expect, test } from "vitest";

import { connected } from "@/scripts/database";
import { anActor, anArea, aReferral } from "@/tests/support/factories";

const people = 20_000;

/** Referrals laid end to end, each with a person of one of a few thousand names. */
async function fill(client: Client, like: string) {
  await client.query(
    `with made as (
       insert into referrals (area_id, reference, organisation_id, created_by, created_by_hat, status, sector, submitted_at, data_key_id)
       select area_id, 'R-1999-' || n, organisation_id, created_by, created_by_hat, 'closed_not_prevent', 'education', now(), data_key_id
         from referrals, generate_series(1, ${people}) n where id = $1
       returning id, area_id, organisation_id, created_by, substr(reference, 8)::int as n)
     insert into people (area_id, referral_id, organisation_id, created_by, forenames, surname, date_of_birth, age_recorded_on, gender, postcode, match_name, match_sound)
     select area_id, id, organisation_id, created_by, f, s, date '1970-01-01' + n % 14000, now(), 'male', 'NB' || n % 40 || ' 1AA',
            f || '|' || s || '|', dmetaphone(f) || '|' || dmetaphone(s) || '|'
       from made, lateral (select left(md5((n % 61)::text), 6) as f, left(md5((n % 997)::text), 8) as s) names`,
    [like],
  );
  await client.query("analyze people; analyze referrals");
}

test("finding a person goes by the indexes, however many there are (IS-19)", async () => {
  const { id: areaId } = await anArea();
  const gateway = await anActor("gateway_officer", { areaId });
  const person = { forenames: "Ciaran", surname: "Doyle", dateOfBirth: "2010-02-03" };
  const { id } = await aReferral({ areaId, person, status: "closed_not_prevent" });

  const plans = await connected(process.env.TEST_OWNER_URL ?? "", async (client) => {
    const said: string[] = [];
    await fill(client, id);
    client.on("notice", ({ message }) => said.push(message ?? ""));
    await client.query("load 'auto_explain'");
    await client.query(`select set_config(name, value, false) from (values
      ('auto_explain.log_min_duration', '0'), ('auto_explain.log_nested_statements', 'on'),
      ('auto_explain.log_level', 'notice'), ('client_min_messages', 'notice'),
      ('app.actor_role', 'gateway_officer'), ('app.actor_area', '${areaId}'), ('app.actor_id', '${gateway.userId}')) s (name, value)`);
    const { rows } = await client.query(
      `select referral_id from find_people('kieran', 'krn', 'doyle', 'dl', '2010-02-03', '2010-03-02', array['2010-02-03', '2010-03-02']::date[],
         null, '2026-11-01', null, null, null, 'A school has rung about them', null)`,
    );
    expect(rows).toEqual([{ referral_id: id }]);
    return said.filter((plan) => plan.includes("with near as"));
  });

  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatch(/people_match_name/);
  expect(plans[0]).toMatch(/people_birth/);
  expect(plans[0]).toMatch(/people_sounds/);
  expect(plans[0]).not.toMatch(/Seq Scan on (people|referrals)/);
}, 120_000);
