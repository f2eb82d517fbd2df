"use client";

import { ChampionFields } from "@/components/champions/champion-fields";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { changeLabels } from "@/lib/champions/labels";
import { renewChampionSchema } from "@/lib/champions/schema";
import { renewChampion } from "../../actions";

type Now = Record<
  "name" | "post" | "contact" | "kind" | "course" | "expiresDay" | "trainedUntilDay",
  string
>;
export type ChangeProps = Record<"championId" | "version" | "caption", string> & { now: Now };

export function RenewForm({ championId, version, caption, now }: ChangeProps) {
  const form = useActionForm(renewChampionSchema, renewChampion, { version, ...now });
  return (
    <ActionForm
      form={form}
      submitLabel="Renew champion"
      hidden={{ championId }}
      cancel={<Link href={`/champions/${championId}`}>Cancel and go back to the champion</Link>}
    >
      <PageHeading caption={caption}>{changeLabels.renew}</PageHeading>
      <DateField
        name="expiresDay"
        legend="When does it run out?"
        legendSize="s"
        hint="Leave it as it is if only something else has changed."
      />
      <ChampionFields />
    </ActionForm>
  );
}
