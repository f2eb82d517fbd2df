export const spreadsheetKinds = {
  xlsx: "Excel workbook",
  ods: "OpenDocument spreadsheet",
  csv: "CSV file",
} as const;
export type SpreadsheetKind = keyof typeof spreadsheetKinds;

/** Why a spreadsheet was not taken. The code travels in the address, the name of the file never does. */
export const spreadsheetProblems = {
  none: "Select a file",
  empty: "The selected file is empty",
  too_large: "The selected file must be smaller than 10 MB",
  wrong_kind: "The selected file must be an XLSX, ODS or CSV",
  protected:
    "The selected file is protected by a password, or is of the old XLS kind. Save it as XLSX without a password.",
  macros: "The selected file contains macros. Save it as XLSX, which leaves them out.",
  unsafe: "The selected file contains parts that no spreadsheet needs. Save it again and retry.",
  too_much: "The selected file unpacks to more than 50 MB. Save only the sheet of the plan.",
  too_many_rows: "The sheet must have 5,000 rows or fewer",
  too_many_columns: "The sheet must have 100 columns or fewer",
  no_rows: "The selected file has no sheet with headings and rows under them",
  unreadable: "The selected file could not be read. Open it, save it again and retry.",
  infected: "The selected file contains a virus",
  unchecked: "The selected file could not be checked for viruses just now. Try again in a minute.",
  lost: "The file did not arrive whole. Try again.",
} as const;
export type SpreadsheetProblem = keyof typeof spreadsheetProblems;
