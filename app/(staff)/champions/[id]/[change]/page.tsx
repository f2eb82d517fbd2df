import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { type Change, changeLabels } from "@/lib/champions/labels";
import { getChampionToChange } from "@/lib/champions/queries";
import { load } from "@/lib/request/load";
import { ContactForm } from "./contact-form";
import { EndForm } from "./end-form";
import { RenewForm } from "./renew-form";

const forms = { renew: RenewForm, contact: ContactForm, end: EndForm };
const isChange = (word: string): word is Change => Object.hasOwn(changeLabels, word);

type Props = PageProps<"/champions/[id]/[change]">;

export default async function ChangeChampionPage({ params }: Props) {
  const { id, change } = await params;
  if (!isChange(change)) notFound();
  const champion = await load((ctx) => getChampionToChange(ctx, id));
  const { organisation, name, post, contact, kind, course, expiresDay, trainedUntilDay } = champion;
  const Form = forms[change];
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/champions/${id}`}>Back to the champion</BackLink>}
    >
      <PageTitle>{`${changeLabels[change]}: ${organisation}`}</PageTitle>
      <Form
        championId={id}
        version={`${champion.version}`}
        caption={`${name}, ${organisation}`}
        now={{
          ...{ name, post, contact, kind, expiresDay },
          ...{ course: course ?? "", trainedUntilDay: trainedUntilDay ?? "" },
        }}
      />
    </Main>
  );
}
