export const publicationDoneLabels = {
  public_text_set: "What is public of this theme has been saved",
  plan_published: "The public version has been published",
  plan_withdrawn: "The public version has been withdrawn, and its page is gone",
} as const;
