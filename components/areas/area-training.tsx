import { Table } from "@/components/ui/table";

type Props = { courses: readonly { course: string; inScope: number; trained: number }[] };

const count = (number: number) => number.toLocaleString("en-GB");

/** What organisations declare of each course, added up over the area. */
export const AreaTraining = ({ courses }: Props) => (
  <Table
    caption="Training, as organisations declare it"
    columns={[
      { text: "Course" },
      { text: "Trained", numeric: true },
      { text: "Staff who need it", numeric: true },
    ]}
    rows={courses.map(({ course, inScope, trained }) => ({
      key: course,
      cells: [course, count(trained), count(inScope)],
    }))}
    empty="No course is asked for yet."
    keepsCaption
  />
);
