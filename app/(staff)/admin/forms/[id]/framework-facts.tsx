import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import type { KeptFramework } from "@/lib/assessments/frameworks/queries";

/** What this version is called, and since when it is in use or is not. */
export function FrameworkFacts({ framework }: { framework: KeptFramework }) {
  const { id, name, status, publishedAt, publishedBy, retiredAt } = framework;
  return (
    <SummaryList
      rows={[
        {
          key: "Name",
          value: name,
          actions:
            status === "draft"
              ? [{ href: `/admin/forms/${id}/name`, text: "Change", hidden: "the name" }]
              : [],
        },
        ...(publishedAt
          ? [
              {
                key: "Published",
                value: (
                  <>
                    <Time at={publishedAt} />
                    {publishedBy && `, by ${publishedBy}`}
                  </>
                ),
              },
            ]
          : []),
        ...(retiredAt ? [{ key: "Retired", value: <Time at={retiredAt} /> }] : []),
      ]}
    />
  );
}
