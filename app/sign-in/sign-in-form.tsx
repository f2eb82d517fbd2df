"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { EmailField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { signInSchema } from "@/lib/sessions/schema";
import { signIn } from "./actions";

export function SignInForm({ next }: { next: string }) {
  const form = useActionForm(signInSchema, signIn);
  return (
    <ActionForm form={form} submitLabel="Sign in" hidden={{ next }}>
      <PageHeading>Sign in</PageHeading>
      <EmailField name="email" label="Email address" autoComplete="username" />
      <PasswordField name="password" label="Password" />
    </ActionForm>
  );
}
