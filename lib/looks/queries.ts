import "server-only";

import type { Context } from "@/lib/db/with-actor";

/**
 * When this hat looked at something before: the end of its last visit. A visit goes on until half an
 * hour has passed without a look, so that reading one item and coming back does not make the rest old.
 */
export async function sinceLastLook(
  { actor, tx, now }: Context,
  subject: string,
): Promise<Date | null> {
  const [look] = await tx.$queryRaw<{ since: Date | null }[]>`
    with before as (
      select max(looked_at) filter (where subject = ${subject}) as latest,
             max(looked_at) filter (where subject = ${subject} || ':before') as earlier
        from last_looks where hat_id = ${actor.hatId}::uuid and subject in (${subject}, ${subject} || ':before')
    ), visit as (
      select case when latest < ${now}::timestamptz - interval '30 minutes' then latest else earlier end as since from before
    ), kept as (
      insert into last_looks as l (hat_id, subject, looked_at)
      select ${actor.hatId}::uuid, x.subject, x.at
        from (select ${subject} as subject, ${now}::timestamptz as at
              union all select ${subject} || ':before', since from visit where since is not null) x
      on conflict (hat_id, subject) do update set looked_at = excluded.looked_at
    )
    select since from visit`;
  return look?.since ?? null;
}
