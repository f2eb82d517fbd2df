"use client";

import { Problem } from "@/components/layout/problem";

/** A page that failed: the frame around it still stands. */
export default Problem;
