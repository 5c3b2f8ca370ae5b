/** What the middleware leaves for the routes. */
export interface AppEnv {
  Variables: { requestId: string };
}
