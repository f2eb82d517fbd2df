import { Alert } from "./alert";

type Props = { done: string | string[] | undefined; labels: Readonly<Record<string, string>> };

/** What has just been done, from the address that a form led to. What it does not know, it does not say. */
export function DoneAlert({ done, labels }: Props) {
  const title = typeof done === "string" && Object.hasOwn(labels, done) ? labels[done] : undefined;
  return title ? <Alert variant="success" title={title} isAnnounced /> : null;
}
