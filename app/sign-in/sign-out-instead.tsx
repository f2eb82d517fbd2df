import { signOut } from "@/app/(staff)/session/actions";
import { Button } from "@/components/form/button";

/** The way out of a sign-in that cannot be finished. */
export function SignOutInstead() {
  return (
    <form action={signOut}>
      <Button variant="secondary">Sign out</Button>
    </form>
  );
}
