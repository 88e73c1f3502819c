import type { VNode } from 'preact';
import type { Fact } from '../kit/facts.js';

/** The page that lies in an archive of evidence: plain, with no style or script of its own, readable and printable anywhere. */
export interface EvidenceReportView {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Whatever was compared with what: result, name, finding. */
  readonly lines: readonly (readonly [result: string, name: string, finding: string])[];
  readonly signatures: readonly { readonly heading: string; readonly facts: readonly Fact[] }[];
  readonly grounds: readonly string[];
}

export function EvidenceReport({ view }: { view: EvidenceReportView }): VNode {
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <title>{view.title}</title>
      </head>
      <body>
        <h1>{view.title}</h1>
        <FactTable facts={view.facts} />
        {view.lines.length > 0 && (
          <>
            <h2>Từng mục kiểm tra</h2>
            <table>
              <tbody>
                {view.lines.map(([result, name, finding]) => (
                  <tr key={name}>
                    <td>{result}</td>
                    <th scope="row">{name}</th>
                    <td>{finding}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
        <h2>Chữ ký trong tệp</h2>
        {view.signatures.map(({ heading, facts }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <FactTable facts={facts} />
          </section>
        ))}
        <h2>Căn cứ kèm theo</h2>
        <ul>
          {view.grounds.map((ground) => (
            <li key={ground}>{ground}</li>
          ))}
        </ul>
      </body>
    </html>
  );
}

function FactTable({ facts }: { facts: readonly Fact[] }): VNode {
  return (
    <table>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
