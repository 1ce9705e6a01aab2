import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueries } from '~/api/queries';
import { keepTips } from '~/parts/tip';
import { makeRouter } from '~/routes';
import { keepAppearance } from '~/shell/appearance';
import '~/shell/fonts.css';
import '~/shell/page.css';
import { beginIn, speak } from '~/shell/ui5';
import { language, loadTexts } from '~/text';

const queries = makeQueries();
const router = makeRouter(queries);
const root = createRoot(document.getElementById('page')!);

/** Texts are read while a screen is drawn, so another language means to draw it anew; what was read from the server stays. */
async function show() {
  const chosen = language.get();
  await Promise.all([loadTexts(chosen), speak(chosen)]);
  root.render(
    <StrictMode key={chosen}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

beginIn(language.get());
keepAppearance();
keepTips();
language.follow(() => void show());
void show();
