const pure =
  "^lib/([a-z0-9/-]*(schema|rules|labels)|access/(actor|policy)|errors|dates|form-state)[.]ts$";
const caseHalf =
  "^lib/(people|concerns|referrals|cases|information|documents|assessments|panels|consent|support|reviews|transfers|disclosures|retention|rights)/";
const partnershipHalf =
  "^lib/(plans|risks|profile|threat|governance|projects|funding|training|champions|areas|venues|events|reports|consultations|benchmarks)/";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "nothing-imports-app",
      severity: "error",
      comment: "Routes are leaves. Shared code lives in components/ or lib/.",
      from: { pathNot: "^app/" },
      to: { path: "^app/" },
    },
    {
      name: "production-is-not-test",
      severity: "error",
      from: { path: "^(app|components|lib|prisma)/" },
      to: { path: "^(tests|scripts)/" },
    },
    {
      name: "lib-knows-no-ui",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^components/" },
    },
    {
      name: "components-are-pure",
      severity: "error",
      comment: "A component shows what it is given; it shares words and rules, never fetches.",
      from: { path: "^components/" },
      to: { path: "^lib/", pathNot: pure },
    },
    {
      name: "pure-files-stay-pure",
      severity: "error",
      comment: "schema, rules, labels and the policy run in the browser and in unit tests.",
      from: { path: pure },
      to: { pathNot: [pure, "^node_modules/zod/"] },
    },
    {
      name: "routes-use-the-doors",
      severity: "error",
      comment: "Pages load(), actions submit(). Neither opens a transaction of its own.",
      from: { path: "^app/" },
      to: { path: "^lib/db/" },
    },
    {
      name: "only-actions-command",
      severity: "error",
      from: { path: "^app/", pathNot: "/(actions|route)[.]tsx?$" },
      to: { path: "^lib/.+/commands[.]ts$" },
    },
    {
      name: "reads-do-not-write",
      severity: "error",
      from: { path: "/queries[.]ts$" },
      to: { path: "/commands[.]ts$" },
    },
    {
      name: "one-client",
      severity: "error",
      comment: "Work happens inside withActor, so that it is somebody's.",
      from: { path: "^lib/", pathNot: "^lib/db/" },
      to: { path: "^lib/db/(client|pool)[.]ts$" },
    },
    {
      name: "domain-knows-no-framework",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/request/" },
      to: { path: "^node_modules/next(-auth)?/" },
    },
    {
      name: "halves-meet-in-insight",
      severity: "error",
      comment: "The partnership half knows no person; it meets cases only as suppressed counts.",
      from: { path: partnershipHalf },
      to: { path: caseHalf },
    },
    {
      name: "halves-meet-in-insight-too",
      severity: "error",
      from: { path: caseHalf },
      to: { path: partnershipHalf },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-cycles-between-domains",
      severity: "error",
      scope: "folder",
      from: { path: "^lib/" },
      to: { circular: true },
    },
  ],
  required: [
    {
      name: "server-code-says-so",
      severity: "error",
      module: {
        path: "^lib/.+/(queries|commands|record|client|with-actor|session|attempt|load|submit)[.]ts$",
        pathNot: "generated",
      },
      to: { path: "^node_modules/server-only/" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "generated"] },
    exclude: { path: "(^[.]next/|generated)" },
  },
};
