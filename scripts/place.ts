// An area and an organisation in it, by name.
import { connected } from "./database";

type Names = { area: string; organisation: string };
type Place = { areaId: string; organisationId: string };

const find = `
  select a.id as "areaId", o.id as "organisationId"
    from areas a join organisation_areas l on l.area_id = a.id join organisations o on o.id = l.organisation_id
   where a.name = $1 and o.name = $2`;

export const findPlace = (url: string, { area, organisation }: Names) =>
  connected(url, async (client) => {
    const { rows } = await client.query<Place>(find, [area, organisation]);
    return rows[0];
  });

/** Adds what is not there, as the owner of the tables: the application itself cannot. */
export const ensurePlace = (
  ownerUrl: string,
  { area, organisation, kind }: Names & { kind: string },
) =>
  connected(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query(
      "insert into areas (name, police_force) values ($1, $1) on conflict (name) do nothing",
      [area],
    );
    await client.query(
      "insert into organisations (name, sector, kind) values ($1, 'other', $2) on conflict (name) do nothing",
      [organisation, kind],
    );
    await client.query(
      `insert into organisation_areas (area_id, organisation_id)
       select a.id, o.id from areas a, organisations o where a.name = $1 and o.name = $2
       on conflict do nothing`,
      [area, organisation],
    );
    const { rows } = await client.query<Place>(find, [area, organisation]);
    await client.query("commit");
    return rows[0];
  });
