import { Alert } from "@/components/ui/alert";

/** What has just happened on a case, by the word in the address that brought the reader back. */
const doneLabels = {
  item: "The information has been added to the case",
  corroboration: "What was found has been recorded",
  asked: "The organisations have been asked, and told by email",
  chased: "The organisation has been reminded",
  cancelled: "The request has been cancelled",
  answered: "Your answer has been sent",
  started: "The assessment has been started",
  saved: "Your answer has been saved",
  complete: "The assessment is complete, and waits for a second reader",
  countersigned: "The assessment has been countersigned",
  sent: "The case is ready for the section 36 decision",
  offered: "The case has been offered. The other area has been told",
  offer_withdrawn: "The offer has been withdrawn. The other area has been told",
  handed_over: "The handing over has begun",
  put_back: "The handing over is being taken back",
  paused: "The case is paused. Everybody on it has been told",
  resumed: "The pause has ended. Everybody on the case has been told",
  around: "They have been added to the case",
  around_changed: "The change has been saved",
  around_removed: "They have been removed, and what was kept of them is gone",
  document: "The document has been added. Now add its file.",
  version: "The file has been added",
  version_removed: "The version has been removed. It stays in the list, with who and why.",
  need: "It has been added to the case",
  need_changed: "The new version has been saved, and the one before it is kept",
  decided: "The section 36 decision has been recorded",
} as const;
type Done = keyof typeof doneLabels;

const isDone = (done: unknown): done is Done =>
  typeof done === "string" && Object.hasOwn(doneLabels, done);

export function DoneAlert({ done }: { done: string | string[] | undefined }) {
  return isDone(done) ? <Alert variant="success" title={doneLabels[done]} isAnnounced /> : null;
}
