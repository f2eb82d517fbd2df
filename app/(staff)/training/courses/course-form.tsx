"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { courseKinds } from "@/lib/training/labels";
import { saveCourseSchema } from "@/lib/training/schema";
import { saveCourse } from "../actions";

type Props = { title: string; courseId?: string; values?: FormValues };

export function CourseForm({ title, courseId, values }: Props) {
  const form = useActionForm(saveCourseSchema, saveCourse, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save course"
      hidden={courseId ? { courseId } : {}}
      cancel={<Link href="/training/courses">Cancel and go back to the courses</Link>}
    >
      <PageHeading caption="Training">{title}</PageHeading>
      <TextField name="name" label="Name of the course" />
      <SelectField name="kind" label="What kind of course is it?" options={courseKinds} />
      <TextField
        name="level"
        label="Level"
        hint="From 1, for everybody, to 5, for specialists."
        width={2}
        inputMode="numeric"
      />
      <TextField
        name="refreshMonths"
        label="Taken again after"
        hint="Leave it empty if it is taken once."
        suffix="months"
        width={3}
        inputMode="numeric"
        optional
      />
      <TextAreaField name="about" label="What does it cover?" rows={3} />
    </ActionForm>
  );
}
