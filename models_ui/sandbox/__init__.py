"""An AWS to practise on: our strict SageMaker, moto for its neighbours, one port, one seeded account."""
