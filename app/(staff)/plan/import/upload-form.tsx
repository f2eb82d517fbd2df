"use client";

import { type FormEvent, useState } from "react";

import { Button } from "@/components/form/button";
import { FileField } from "@/components/form/file-field";
import { Progress } from "@/components/ui/progress";

type Props = { planId: string; error?: string };
type Sending = { sent: number | null };

/** A plain form, since a file needs one. With script it says how far it has got. */
export function UploadForm({ planId, error }: Props) {
  const [sending, setSending] = useState<Sending>();
  const action = `/api/uploads?plan=${planId}`;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    setSending({ sent: 0 });
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) =>
      setSending({ sent: loaded < total ? Math.round((100 * loaded) / total) : null });
    request.upload.onload = () => setSending({ sent: null });
    request.onload = () => window.location.assign(request.responseURL);
    request.onerror = () => window.location.assign(`/plan/import?plan=${planId}&problem=lost`);
    request.open("POST", action);
    request.send(new FormData(event.currentTarget));
  };

  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      noValidate
      onSubmit={onSubmit}
    >
      <FileField
        name="file"
        label="Spreadsheet"
        labelSize="m"
        hint="An XLSX, ODS or CSV, smaller than 10 MB, with up to 5,000 rows and 100 columns. No macros, and no password."
        accept=".xlsx,.ods,.csv"
        error={error}
      />
      {sending && (
        <Progress
          label={sending.sent === null ? "Reading the file" : "Sending the file"}
          value={sending.sent}
        />
      )}
      <Button isBusy={!!sending}>Upload and go on</Button>
    </form>
  );
}
