import { Paragraphs } from "@/components/ui/text";

/** Minutes as they were approved. A part that begins with # has its first line as its heading. */
export function MinutesText({ text }: { text: string }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Approved minutes</h2>
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
