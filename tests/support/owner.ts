import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "@/lib/db/generated/client";

/** Sees past every policy, so that a test can lay out rows, and look at them, that its actors may not. */
export const owner = new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env.TEST_OWNER_URL }),
});
