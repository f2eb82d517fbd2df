import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "@/lib/db/generated/client";
import { pool } from "@/lib/db/pool";

const globals = globalThis as { casebookPrisma?: PrismaClient };

globals.casebookPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool) });
export const prisma = globals.casebookPrisma;
