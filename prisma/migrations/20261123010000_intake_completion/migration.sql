
-- What Prisma cannot say of the completed intake.
