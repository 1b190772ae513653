import './design/app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { CallError } from './api/call.js';
import { App } from './app.js';
import { firstLanguage, LanguageProvider } from './language/language.js';
import { loadTexts } from './language/texts.js';

const passing = new Set(['offline', 'unavailable', 'too-many-requests']);

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && error instanceof CallError && passing.has(error.type),
    },
  },
});

// The gateway serves it to every page; Vite's own server has it from here.
if (import.meta.env.DEV) await import('./design/rallare.css');

const language = firstLanguage();
const texts = await loadTexts(language);

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider first={{ language, texts }}>
        <BrowserRouter basename="/app">
          <App />
        </BrowserRouter>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
