import { Link } from "@/components/ui/link";

/** The other pages of the register. */
export const TrainingLinks = () => (
  <p className="govuk-body">
    <Link href="/training/sessions">Sessions and seminars</Link>
    {" · "}
    <Link href="/training/courses">Courses and role groups</Link>
  </p>
);
