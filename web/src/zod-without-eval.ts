import { config } from "zod";

// Zod probes for eval when it builds its first object schema; the content security policy forbids eval and
// would report the probe. So this module comes first of all imports.
config({ jitless: true });
