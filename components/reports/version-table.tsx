import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { partLabels } from "@/lib/reports/labels";

type Version = { id: string; number: number; part: string; madeAt: Date };
type Props = {
  report: { id: string; status: string; latestVersion: number };
  versions: Version[];
  mayCompare: boolean;
};

/** What was frozen, to read and to take away. */
export function VersionTable({ report, versions, mayCompare }: Props) {
  const at = `/plan/reports/${report.id}`;
  const file = ({ number, part }: Version, as: string) =>
    `${at}/file?as=${as}&part=${part}&number=${number}`;
  return (
    <>
      <Table
        caption="Versions"
        columns={[
          { text: "Version" },
          { text: "Copy" },
          { text: "Made" },
          { text: "Take away" },
          { text: "Slides" },
        ]}
        empty="No version has been frozen yet."
        keepsCaption
        rows={versions.map((version) => {
          const { number, part, madeAt } = version;
          const name = `version ${number}, ${part === "public" ? "public copy" : "whole report"}`;
          const isIssued = report.status === "published" && number === report.latestVersion;
          return {
            key: version.id,
            cells: [
              <Link key="read" href={`${at}/versions/${number}?part=${part}`}>
                {isIssued ? `${number}, published` : `${number}`}
                <span className="govuk-visually-hidden">, {name}</span>
              </Link>,
              partLabels[part === "public" ? "public" : "full"],
              <Time key="made" at={madeAt} short />,
              <span key="files">
                <Link href={file(version, "pdf")}>
                  PDF<span className="govuk-visually-hidden"> of {name}</span>
                </Link>
                {" · "}
                <Link href={file(version, "docx")}>
                  DOCX<span className="govuk-visually-hidden"> of {name}</span>
                </Link>
              </span>,
              <span key="slides">
                <Link href={`${at}/slides?part=${part}&from=${number}`}>
                  Outline<span className="govuk-visually-hidden"> of {name}</span>
                </Link>
                {" · "}
                <Link href={file(version, "slides")}>
                  DOCX<span className="govuk-visually-hidden"> of the outline of {name}</span>
                </Link>
              </span>,
            ],
          };
        })}
      />
      {mayCompare && (
        <p className="govuk-body app-no-print">
          <Link href={`${at}/compare`}>Compare two versions</Link>
        </p>
      )}
    </>
  );
}
