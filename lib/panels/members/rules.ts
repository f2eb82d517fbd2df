type Row = {
  hatId: string;
  isPresent: boolean;
  apologies: boolean;
  deputyForHatId: string | null;
};

/**
 * How often a member was asked to a meeting that has been held, and came. Somebody whose deputy came
 * was covered, and is not counted as away.
 */
export function attendanceOf(hatId: string, rows: readonly (Row & { meetingId: string })[]) {
  const asked = rows.filter((row) => row.hatId === hatId && row.deputyForHatId === null);
  const came = asked.filter(({ isPresent }) => isPresent).length;
  const away = asked.filter(({ isPresent }) => !isPresent);
  const covered = away.filter(({ meetingId }) =>
    rows.some(
      (row) => row.meetingId === meetingId && row.deputyForHatId === hatId && row.isPresent,
    ),
  ).length;
  const stoodIn = rows.filter(
    (row) => row.hatId === hatId && row.deputyForHatId !== null && row.isPresent,
  ).length;
  return { asked: asked.length, came, covered, away: away.length - covered, stoodIn };
}
