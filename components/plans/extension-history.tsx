import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { Timeline } from "@/components/ui/timeline";
import { fromDateColumn } from "@/lib/dates";

export type Extension = {
  id: string;
  fromDay: Date;
  toDay: Date;
  reason: string;
  extendedAt: Date;
  extendedByHat: { user: { name: string }; organisation: { name: string } };
};

/** One extension as an entry of a history. */
export const extensionItem = (extension: Extension) => ({
  key: extension.id,
  at: extension.extendedAt,
  title: (
    <>
      Due date moved from <Time day={fromDateColumn(extension.fromDay)} /> to{" "}
      <Time day={fromDateColumn(extension.toDay)} />
    </>
  ),
  byline: `${extension.extendedByHat.user.name}, ${extension.extendedByHat.organisation.name}`,
  time: <Time at={extension.extendedAt} />,
  children: <Paragraphs text={extension.reason} />,
});

/** How often an action was given longer, and why. Nothing when it never was. */
export function ExtensionHistory({ extensions }: { extensions: Extension[] }) {
  if (extensions.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Extensions</h2>
      <Timeline headingLevel={3} items={extensions.map(extensionItem)} />
    </>
  );
}
