"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { changeLabels } from "@/lib/champions/labels";
import { contactChampionSchema } from "@/lib/champions/schema";
import { contactChampion } from "../../actions";
import type { ChangeProps } from "./renew-form";

export function ContactForm({ championId, version, caption }: ChangeProps) {
  const form = useActionForm(contactChampionSchema, contactChampion, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record contact"
      hidden={{ championId }}
      cancel={<Link href={`/champions/${championId}`}>Cancel and go back to the champion</Link>}
    >
      <PageHeading caption={caption}>{changeLabels.contact}</PageHeading>
      <DateField name="contactDay" legend="When were you last in touch?" legendSize="m" />
    </ActionForm>
  );
}
