import { Paragraphs } from "@/components/ui/text";

type Props = { text: string; heading?: string };

/** Minutes, approved or about to be. A part that begins with # has its first line as its heading. */
export function MinutesText({ text, heading: title = "Approved minutes" }: Props) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {text.split("\n\n").map((part) => {
        if (!part.startsWith("# ")) return <Paragraphs key={part} text={part} />;
        const [heading = "", ...lines] = part.slice(2).split("\n");
        return (
          <div key={part}>
            <h3 className="govuk-heading-s">{heading}</h3>
            <Paragraphs text={lines.join("\n")} />
          </div>
        );
      })}
    </section>
  );
}
