import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type AnswerOfEndpoint } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';

const most = 100;

export const useSaved = (profileId: string): UseQueryResult<AnswerOfEndpoint<typeof endpoints.savedVacancies>> =>
  useQuery({
    queryKey: ['saved', profileId],
    queryFn: () => call(endpoints.savedVacancies, { params: { profileId }, query: { limit: most } }),
  });

export const useHidden = (profileId: string): UseQueryResult<AnswerOfEndpoint<typeof endpoints.hiddenVacancies>> =>
  useQuery({
    queryKey: ['hidden', profileId],
    queryFn: () => call(endpoints.hiddenVacancies, { params: { profileId }, query: { limit: most } }),
  });

export const useApplications = (profileId: string): UseQueryResult<AnswerOfEndpoint<typeof endpoints.applications>> =>
  useQuery({
    queryKey: ['applications', profileId],
    queryFn: () => call(endpoints.applications, { params: { profileId }, query: { limit: most } }),
  });

export const useQuestions = (profileId: string): UseQueryResult<AnswerOfEndpoint<typeof endpoints.questions>> =>
  useQuery({
    queryKey: ['questions', profileId],
    queryFn: () => call(endpoints.questions, { params: { profileId }, query: { limit: most } }),
  });
