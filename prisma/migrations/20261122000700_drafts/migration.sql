-- A draft and its files are their writer's alone. The lead of an organisation reads what it has sent.
alter policy lead_of_the_organisation on referrals
  using (status <> 'draft' and organisation_id = (select actor_organisation()) and area_id = (select actor_area())
         and (select actor_role()) = 'agency_lead');
alter policy lead_of_the_organisation on attachments
  using (organisation_id = (select actor_organisation()) and area_id = (select actor_area()) and (select actor_role()) = 'agency_lead'
         and coalesce((select true from referrals f where f.id = attachments.referral_id and f.status <> 'draft'), false));
