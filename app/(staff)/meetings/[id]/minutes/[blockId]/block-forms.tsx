"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Details } from "@/components/ui/text";
import { redactionLayers } from "@/lib/panels/minutes/labels";
import { marks } from "@/lib/panels/minutes/rules";
import { changeBlockSchema, commentSchema, correctionSchema } from "@/lib/panels/minutes/schema";
import { changeBlock, commentOnBlock, correctBlock } from "./actions";

const Marks = () => (
  <Details summary="What may have to be taken out of a copy">
    <p className="govuk-body">Put these marks around the words:</p>
    <ul className="govuk-list govuk-list--bullet">
      {Object.entries(marks).map(([layer, mark]) => (
        <li key={layer}>
          [{mark}] and [/{mark}]: {redactionLayers[layer as keyof typeof marks].toLowerCase()}
        </li>
      ))}
    </ul>
  </Details>
);

type ChangeProps = { blockId: string; version: number; body: string };

export function ChangeForm({ blockId, version, body }: ChangeProps) {
  const form = useActionForm(changeBlockSchema, changeBlock, { body, version: `${version}` });
  return (
    <ActionForm form={form} submitLabel="Save the minutes of this case" hidden={{ blockId }}>
      <TextAreaField
        name="body"
        label="Minutes of this case"
        hint="Name organisations, not people. Nobody’s words are quoted."
        rows={20}
      />
      <Marks />
    </ActionForm>
  );
}

export function CommentForm({ blockId }: { blockId: string }) {
  const form = useActionForm(commentSchema, commentOnBlock);
  return (
    <ActionForm
      form={form}
      submitLabel="Send comment"
      submitVariant="secondary"
      hidden={{ blockId }}
    >
      <TextAreaField
        name="comment"
        label="What should be different in this draft?"
        hint="It stands beside the draft under the name of your organisation until the minutes are signed."
        rows={4}
      />
    </ActionForm>
  );
}

export function CorrectForm({ blockId }: { blockId: string }) {
  const form = useActionForm(correctionSchema, correctBlock);
  return (
    <ActionForm form={form} submitLabel="Add correction" hidden={{ blockId }}>
      <TextAreaField
        name="correction"
        label="What has to be corrected?"
        hint="What was signed stays as it is. This is added below it."
        rows={4}
      />
      <Marks />
    </ActionForm>
  );
}
