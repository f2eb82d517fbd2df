import { Details } from "@/components/ui/text";

/** The rules that let this reader in, as sentences. */
export function WhyDetails({ why }: { why: readonly string[] }) {
  return (
    <Details summary="Why can I see this?">
      <ul className="govuk-list govuk-list--bullet">
        {why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="govuk-body">
        Opening a page of this case is written on its log, with your name, your role and the time.
        The person may ask who has seen it.
      </p>
    </Details>
  );
}
