export const importStatuses = {
  waiting: "Waiting to be imported",
  imported: "Imported",
  undone: "Undone",
  discarded: "Thrown away",
  lapsed: "Thrown away after 14 days",
} as const;
export type ImportStatus = keyof typeof importStatuses;

export const importChoices = {
  all: "Import every row",
  right: "Import the rows without mistakes, and leave the others out",
} as const;

/** What has just been done, as the page says it afterwards. */
export const importDone = {
  read: "The file has been read",
  imported: "The rows have been imported",
  undone: "The import has been undone",
  discarded: "The file has been thrown away",
} as const;
