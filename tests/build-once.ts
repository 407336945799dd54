import { buildState, makeBuild } from "~/platform/process/fresh-build.server";

// The production build that integration tests and journeys start; kept while nothing it is made from changes.
if ((await buildState()) !== "fresh") await makeBuild();
