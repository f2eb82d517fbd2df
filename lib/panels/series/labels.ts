export const seriesPatterns = {
  weekly: "Every week",
  fortnightly: "Every two weeks",
  every_four_weeks: "Every four weeks",
  monthly_by_weekday: "Every month, on the same weekday, such as the second Thursday",
  monthly_by_date: "Every month, on the same date",
} as const;
export type SeriesPattern = keyof typeof seriesPatterns;
