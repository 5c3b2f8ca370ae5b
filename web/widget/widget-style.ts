/** The widget's style; it holds inside the shadow tree only, and is no inline style to a content security policy. */
export const WIDGET_STYLE = `
:host { all: initial; position: fixed; right: 20px; bottom: 20px; z-index: 2147483000;
  font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c1b19; color-scheme: light; }
* { box-sizing: border-box; font: inherit; }
[hidden] { display: none !important; }
button { cursor: pointer; border: 0; border-radius: 8px; padding: 8px 16px; background: #8c1d18; color: #fff; }
button:focus-visible, a:focus-visible, textarea:focus-visible { outline: 2px solid #1a5fb4; outline-offset: 2px; }
.open { border-radius: 999px; padding: 12px 20px; box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
.panel { display: flex; flex-direction: column; width: min(400px, calc(100vw - 24px));
  height: min(600px, calc(100vh - 40px)); background: #fffdf8; border: 1px solid #cfc8bb; border-radius: 12px;
  box-shadow: 0 8px 32px rgb(0 0 0 / 25%); overflow: hidden; }
header { display: flex; justify-content: space-between; align-items: center; gap: 8px; padding: 8px 8px 8px 16px;
  border-bottom: 1px solid #e4ded2; }
h2 { margin: 0; font-size: 16px; font-weight: 600; }
header button { background: transparent; color: #1c1b19; padding: 6px 10px; }
.turns { flex: 1; overflow-y: auto; padding: 12px 16px; }
.hint { color: #5c574f; margin: 0 0 12px; }
.asked { margin: 12px 0 8px auto; width: fit-content; max-width: 85%; background: #efe9dd; border-radius: 8px;
  padding: 6px 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
.answer p { margin: 0 0 8px; overflow-wrap: anywhere; }
.notice { border-left: 3px solid #b8860b; padding-left: 8px; color: #5a4300; }
.failure { color: #8c1d18; }
.sources { margin: 8px 0 0; padding: 0; list-style: none; border-top: 1px solid #e4ded2; }
.sources li { padding: 8px 0; border-bottom: 1px solid #efe9dd; }
.sources q { display: block; color: #3d3933; quotes: "“" "”"; overflow-wrap: anywhere; }
.status { color: #5c574f; }
a { color: #8c1d18; }
sup a { text-decoration: none; padding: 0 2px; }
form { display: flex; gap: 8px; padding: 12px; border-top: 1px solid #e4ded2; align-items: end; }
label { flex: 1; } label span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
textarea { width: 100%; resize: none; height: 60px; padding: 6px 8px; border: 1px solid #8a8377; border-radius: 8px;
  background: #fff; color: inherit; display: block; }
`;
