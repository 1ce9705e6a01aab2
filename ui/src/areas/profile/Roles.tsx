import '@ui5/webcomponents-icons/dist/locked.js';
import type { Subaccount } from '~/api/session';
import { Empty } from '~/parts/Empty';
import { compareTexts, t } from '~/text';
import './profile.css';

/** The person's role collections, subaccount by subaccount. */
export function Roles({ subaccounts }: { subaccounts: Subaccount[] }) {
  const sorted = subaccounts.toSorted((a, b) => compareTexts(a.displayName, b.displayName));
  return (
    <section className="section">
      <h2>{t('profile.roles')}</h2>
      {sorted.length === 0 && (
        <div className="card">
          <Empty icon="locked" title={t('profile.noRoles')}>
            {t('profile.noRolesNext')}
          </Empty>
        </div>
      )}
      <div className="roles">
        {sorted.map((one) => (
          <article key={one.id} className="card role-card">
            <h3>{one.displayName}</h3>
            <p>{one.subdomain}</p>
            <div className="role-tags">
              {one.roleCollections.map((name) => (
                <span key={name} className="chip">
                  {name}
                </span>
              ))}
              {one.roleCollections.length === 0 && <span className="role-none">{t('profile.byGlobalRole')}</span>}
            </div>
          </article>
        ))}
      </div>
    </section>
  );
}
