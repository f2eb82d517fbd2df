"use client";

import { PageFrame } from "@/components/layout/page-frame";
import { Problem, type ProblemProps } from "@/components/layout/problem";

export default function ErrorPage(props: ProblemProps) {
  return (
    <PageFrame>
      <Problem {...props} />
    </PageFrame>
  );
}
