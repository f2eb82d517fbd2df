import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";

const steps = [
  [
    "Somebody notices",
    "A teacher, nurse, youth worker or neighbour sees or hears something that worries them. They talk it over with the safeguarding lead where they work.",
  ],
  [
    "They check",
    "The safeguarding lead asks what else could explain it, and speaks to the person or their parents where that is safe. Many concerns end here, with a reason written down.",
  ],
  [
    "They share it",
    "If the worry remains, they share it with the police and the council at the same time.",
  ],
  [
    "The gateway looks at it",
    "Trained officers decide within five working days whether this is about radicalisation. If it is not, it is closed, and other help is offered where it is needed.",
  ],
  [
    "Partners add what they know",
    "Only organisations with a reason to be asked are asked, and only for what is relevant.",
  ],
  [
    "The Channel panel decides",
    "A group led by the council decides whether support would help, and what kind.",
  ],
  [
    "The person chooses",
    "Support is voluntary. It starts only if the person agrees, or for somebody under 18 their parent or guardian. They can stop at any time, without giving a reason.",
  ],
  [
    "Support, and afterwards",
    "Support might be a mentor, help at school or work, or health care. Six and twelve months after it ends the panel checks that all is well.",
  ],
] as const;

export default function PathwayPage() {
  return (
    <Main width="two-thirds" back={<BackLink href="/">Back to start</BackLink>}>
      <PageTitle>What happens when somebody shares a concern</PageTitle>
      <PageHeading>What happens when somebody shares a concern</PageHeading>
      <p className="govuk-body-l">
        Prevent is about support. Nobody in it is a suspect, and nothing here is a criminal record.
      </p>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        {steps.map(([title, text]) => (
          <li key={title}>
            <strong>{title}.</strong> {text}
          </li>
        ))}
      </ol>
      <p className="govuk-body">
        Partners who share this work write a plan each year:{" "}
        <Link href="/pathway/plan">plans you can read</Link>.
      </p>
      <p className="govuk-body">
        Read{" "}
        <Link href="/pathway/decisions">what the groups that oversee Prevent have decided</Link>.
      </p>
      <p className="govuk-body">
        Read <Link href="/pathway/reports">the reports that the partnership has published</Link>.
      </p>
      <p className="govuk-body">If somebody is in danger now, call 999.</p>
    </Main>
  );
}
