import type { PostKind, PriorityStatus } from "@/lib/areas/labels";
import { type Day, financialYearOf } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";

type Said = { yearDay: Day; status: PriorityStatus };

/** What is known of this year, of rows that stand newest first. Another year's is not this year's (8.10). */
export const priorityNow = <Row extends Said>(rows: readonly Row[], today: Day): Row | null =>
  rows.find(({ yearDay }) => yearDay === financialYearOf(today)) ?? null;

const yearsBack = 5;

/** The years that can be written down: those before, this one, and the next, which is known in autumn. */
export function yearsToRecord(today: Day): Day[] {
  const now = Number(financialYearOf(today).slice(0, 4));
  return Array.from({ length: yearsBack + 2 }, (_, index) => `${now + 1 - index}-04-01`);
}

type Post = { kind: PostKind; untilDay: Day | null };

/** Somebody holds the post, so that nobody else does until they have ended. Teams there are many of. */
export const isTaken = (kind: PostKind, posts: readonly Post[]): boolean =>
  kind !== "team" && posts.some((post) => post.kind === kind && post.untilDay === null);

/** What has ended stays as it was. */
export function assertIsThere({ untilDay }: { untilDay: Day | null }): void {
  if (untilDay) throw new RuleBroken("This has ended, so it stays as it was");
}

type Figure = { course: string; inScope: number | null; trained: number | null };

/** What organisations declare of each course, added up. What nobody declared counts for nothing. */
export function trainedByCourse(figures: readonly Figure[]) {
  const courses = [...new Set(figures.map(({ course }) => course))];
  return courses.map((course) => {
    const declared = figures.filter((one) => one.course === course && one.inScope !== null);
    const sum = (of: (one: Figure) => number | null) =>
      declared.reduce((total, one) => total + (of(one) ?? 0), 0);
    return { course, inScope: sum((one) => one.inScope), trained: sum((one) => one.trained) };
  });
}
