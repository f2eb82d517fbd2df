import { differential } from "@/tests/support/differential";

differential(7);
