export const scanLabels = {
  held: "Being checked",
  clean: "Checked, no virus found",
  infected: "Contains a virus",
  not_scanned: "Not checked: no scanner is set up",
} as const;
export type ScanState = keyof typeof scanLabels;

/** What may be attached, by what its content says it is. */
export const kindLabels = {
  pdf: "PDF",
  png: "PNG image",
  jpg: "JPEG image",
  docx: "Word document",
  txt: "Text file",
} as const;
export type FileKind = keyof typeof kindLabels;

export const contentTypes = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain; charset=utf-8",
} as const satisfies Record<FileKind, string>;

/** What to choose from, and what is said before somebody chooses. */
export const acceptedFiles = ".pdf,.png,.jpg,.jpeg,.docx,.txt";
export const fileHint = "A PDF, PNG, JPG, DOCX or TXT, smaller than 10 MB.";

/** Why a file was not taken. The code travels in the address, the name of the file never does. */
export const problemLabels = {
  none: "Select a file",
  empty: "The selected file is empty",
  too_large: "The selected file must be smaller than 10 MB",
  too_many: "You can only attach 10 files. Remove one to add another.",
  wrong_kind: "The selected file must be a PDF, PNG, JPG, DOCX or TXT",
  mismatch: "The content of the selected file is not what its name says. Save it again and retry.",
  unreadable: "The selected file could not be read. Open it, save it again and retry.",
  macros: "The selected file contains macros or embedded programs. Save it without them.",
  infected: "The selected file contains a virus",
  sent: "This referral has already been sent, so files can no longer be added",
  no_reason: "Select why there is another version",
  overtaken: "Somebody else has just added a version. Look at it, then add yours.",
  too_many_versions: "A document can have 50 versions. Add another document instead.",
  settled: "The papers of this meeting can no longer be changed",
  has_file: "This paper has its file already. Withdraw it and add another paper.",
  lost: "The file did not arrive whole. Try again.",
} as const;
export type FileProblem = keyof typeof problemLabels;
