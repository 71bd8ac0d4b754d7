/** @file How a report looks, on light and dark grounds and on paper. Runs in main. */
import { LIGHT, type Ink } from './look';

const DARK: Record<Ink, string> = {
  text: '#ededed',
  soft: '#bdbdbd',
  line: '#3c3c3c',
  strong: '#858585',
  first: '#56b4e9',
  second: '#e69f00',
};

const INKS = Object.keys(LIGHT) as Ink[];
const declared = (inks: Record<Ink, string>): string => INKS.map((ink) => `--${ink}:${inks[ink]}`).join(';');
/** A drawing has colours as attributes, which any rule outdoes. */
const repainted = INKS.flatMap((ink) =>
  ['fill', 'stroke'].map((what) => `svg [${what}="${LIGHT[ink]}"]{${what}:var(--${ink})}`),
).join('\n');

export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--panel:#f4f4f4;${declared(LIGHT)}}
@media (prefers-color-scheme:dark){:root{--ground:#1b1b1b;--panel:#282828;${declared(DARK)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif}
main{max-width:1000px;margin:0 auto;padding:40px 24px 64px}
h1{margin:0 0 4px;font-size:26px;line-height:1.25;text-wrap:balance}
h2{margin:48px 0 8px;font-size:19px;line-height:1.3}
h3{margin:32px 0 8px;font-size:15px}
p{max-width:72ch;margin:0 0 12px}
.soft,caption,figcaption,summary .soft{color:var(--soft)}
.answer{margin:24px 0;padding:16px 20px;border-left:4px solid var(--first);background:var(--panel);font-size:17px}
.answer p{margin:0}
.wide{overflow-x:auto;margin:16px 0}
table{border-collapse:collapse;min-width:min(100%,420px);font-variant-numeric:tabular-nums;font-size:14px}
caption{padding-bottom:6px;text-align:left;font-size:13px}
th,td{padding:5px 12px 5px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{border-bottom-color:var(--strong);color:var(--soft);font-size:13px;vertical-align:bottom}
tbody th{font-weight:600}
.number{text-align:right;padding-left:12px}
td.number{white-space:nowrap}
td small,p small{color:var(--soft);font-size:12px}
td small{display:block}
.right{font-weight:600;background:var(--panel)}
.none{color:var(--soft)}
figure{margin:20px 0;overflow-x:auto}
figcaption{margin-bottom:8px;font-size:13px}
svg{display:block;max-width:100%;height:auto;font-size:12px}
details{margin:12px 0;border-top:1px solid var(--line)}
summary{padding:10px 0;cursor:pointer;font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:16px 0;font-size:14px}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
li{max-width:72ch}
@media print{body{font-size:11pt}details>*{display:block}main{padding:0}}
${repainted}
`;
