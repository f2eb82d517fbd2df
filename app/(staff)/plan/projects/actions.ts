"use server";

import type { Route } from "next";

import * as projects from "@/lib/projects/commands";
import * as links from "@/lib/projects/links/commands";
import * as measures from "@/lib/projects/measures/commands";
import * as moves from "@/lib/projects/moves/commands";
import * as providers from "@/lib/projects/providers/commands";
import * as returns from "@/lib/projects/returns/commands";
import {
  addProjectMeasureSchema,
  addProjectSchema,
  addProviderSchema,
  answerOutlineSchema,
  closeProjectSchema,
  correctReturnSchema,
  decideBidSchema,
  editProjectSchema,
  editProviderSchema,
  linkProjectSchema,
  makeBidSchema,
  putOutlineSchema,
  recordCheckSchema,
  recordReachedSchema,
  recordReturnSchema,
  startDeliverySchema,
  startEvaluationSchema,
  withdrawProjectSchema,
} from "@/lib/projects/schema";
import { submit } from "@/lib/request/submit";

export const addProject = submit(
  addProjectSchema,
  projects.addProject,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_added` as Route,
);

export const editProject = submit(
  editProjectSchema,
  projects.editProject,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_edited` as Route,
);

export const putOutline = submit(
  putOutlineSchema,
  moves.putOutline,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_moved` as Route,
);

export const answerOutline = submit(
  answerOutlineSchema,
  moves.answerOutline,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_moved` as Route,
);

export const makeBid = submit(
  makeBidSchema,
  moves.makeBid,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_moved` as Route,
);

export const decideBid = submit(
  decideBidSchema,
  moves.decideBid,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_moved` as Route,
);

export const startDelivery = submit(
  startDeliverySchema,
  moves.startDelivery,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_moved` as Route,
);

export const startEvaluation = submit(
  startEvaluationSchema,
  moves.startEvaluation,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_moved` as Route,
);

export const closeProject = submit(
  closeProjectSchema,
  moves.closeProject,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_moved` as Route,
);

export const withdrawProject = submit(
  withdrawProjectSchema,
  moves.withdrawProject,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_withdrawn` as Route,
);

export const linkProject = submit(
  linkProjectSchema,
  links.linkProject,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_linked` as Route,
);

export const unlinkProject = submit(
  linkProjectSchema,
  links.unlinkProject,
  ({ projectId }) => `/plan/projects/${projectId}?done=project_unlinked` as Route,
);

export const addProjectMeasure = submit(
  addProjectMeasureSchema,
  measures.addProjectMeasure,
  ({ projectId }) => `/plan/projects/${projectId}?done=measure_added` as Route,
);

export const recordReached = submit(
  recordReachedSchema,
  measures.recordReached,
  ({ projectId }) => `/plan/projects/${projectId}?done=measure_recorded` as Route,
);

export const recordReturn = submit(
  recordReturnSchema,
  returns.recordReturn,
  ({ projectId }) => `/plan/projects/${projectId}?done=return_recorded` as Route,
);

export const addProvider = submit(
  addProviderSchema,
  providers.addProvider,
  ({ providerId }) => `/plan/projects/providers/${providerId}?done=provider_added` as Route,
);

export const recordCheck = submit(
  recordCheckSchema,
  providers.recordCheck,
  ({ providerId }) => `/plan/projects/providers/${providerId}?done=check_recorded` as Route,
);

export const correctReturn = submit(
  correctReturnSchema,
  returns.correctReturn,
  ({ projectId }) => `/plan/projects/${projectId}?done=return_corrected` as Route,
);

export const editProvider = submit(
  editProviderSchema,
  providers.editProvider,
  ({ providerId }) => `/plan/projects/providers/${providerId}?done=provider_edited` as Route,
);
